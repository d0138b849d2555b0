/** kill -9 amid commits, longer than in the tests: what was acknowledged and is gone afterwards. */
import { storm } from '../support/storm.ts';
import { atMost, type Measure } from './measure.ts';

export async function measure(): Promise<Measure[]> {
  const { acknowledged, lost, integrity } = await storm({ server: 'dist/server/main.js', kills: 20, learners: 16 });
  const sound = integrity === 'ok' ? 0 : 1;
  return [
    atMost({ name: `acknowledged commits lost, of ${acknowledged}, in 20 kills`, unit: 'commits', value: lost }, 0),
    atMost({ name: 'integrity checks failed after 20 kills', unit: 'checks', value: sound }, 0),
  ];
}
