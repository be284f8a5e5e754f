import { useLayoutEffect } from 'preact/hooks';
import { useTask, type Answer } from '../ask/use-answer.js';
import { askModel } from './ask-model.js';
import { holdModel, type ServedModel } from './served-model.js';

/** Loads the model when the page opens, and again whenever the data change. */
export function useModel(): Answer<ServedModel> {
  const answer = useTask('model', askModel);
  const model = answer.state === 'loaded' ? answer.data : null;
  useLayoutEffect(() => {
    if (model !== null) holdModel(model);
  }, [model]);
  return answer;
}
