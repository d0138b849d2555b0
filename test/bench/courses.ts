/** The course: how long it takes to explore every way through every story, and how long its longest path is. */
import { explore } from '../../courses/model/explore.ts';
import { longestPath } from '../../courses/model/lint/scoring-rules.ts';
import { PATH_LIMIT } from '../../courses/model/path.ts';
import { atMost, type Measure } from './measure.ts';
import { publishedCourse } from './published-course.ts';

const SECONDS = 10;

export async function measure(): Promise<Measure[]> {
  const { content } = publishedCourse();
  const stories = content.modules.flatMap((one) => one.scenarios);
  const from = performance.now();
  const tours = stories.map(explore);
  const seconds = (performance.now() - from) / 1000;
  const ways = tours.reduce((sum, one) => sum + one.paths, 0);
  const explored = `explore ${ways} ways through ${stories.length} stories`;
  return [
    atMost({ name: explored, unit: 's', value: seconds }, SECONDS),
    atMost(
      { name: 'longest path of the course, and one retake', unit: 'characters', value: longestPath(tours) },
      PATH_LIMIT,
    ),
  ];
}
