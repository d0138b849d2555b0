/** How clauses are named to people. Apart from the schemas, because the player names them and carries no schema library. */
import type { Guidance } from './guidance.ts';

/** "Security, point 3". */
export function clauseName(guidance: Pick<Guidance, 'sections'>, id: string): string {
  const [section = '', point = ''] = id.split('.');
  const title = guidance.sections.find((one) => one.id === section)?.title ?? section;
  return `${title}, point ${point}`;
}
