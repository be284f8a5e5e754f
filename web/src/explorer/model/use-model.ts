import { useLayoutEffect } from 'preact/hooks';
import { useCachedTask, type QueryState } from '../api/use-query.js';
import { loadModel } from './load-model.js';
import { setModel, type ServedModel } from './served-model.js';

/** Loads the model when the page opens, and again whenever the data change. */
export function useModel(): QueryState<ServedModel> {
  const query = useCachedTask('model', loadModel);
  const model = query.state === 'loaded' ? query.data : null;
  useLayoutEffect(() => {
    if (model !== null) setModel(model);
  }, [model]);
  return query;
}
