/** What the checks of a package say. */
export interface PackageFinding {
  /** Id of the requirement that is broken, such as `package.references`. */
  readonly id: string;
  /** What is wrong, in words for the person who makes the package. */
  readonly message: string;
}

/** @param rule the id of a requirement without its `package.` */
export const finding = (rule: string, message: string): PackageFinding => ({ id: `package.${rule}`, message });

/** Every one that stood there before, in order. */
export function twice(all: readonly string[]): string[] {
  const seen = new Set<string>();
  return all.filter((one) => seen.size === seen.add(one).size);
}
