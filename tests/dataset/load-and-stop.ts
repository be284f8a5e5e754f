/** A process that loads a dataset and stands still in the middle of its transaction, waiting to be killed. */
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { openDatabase } from '../../src/neo4j/database.js';

const [uri = '', username = '', password = '', dir = ''] = process.argv.slice(2);
const database = await openDatabase({ uri, username, password });

await loadDataset(database, await readDataset(dir), {
  onProgress: ({ phase, done, total }) => {
    if (phase !== 'entities added' || done < total) return;
    process.stdout.write('in the middle\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
