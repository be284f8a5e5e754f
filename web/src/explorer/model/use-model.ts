import { useLayoutEffect } from 'preact/hooks';
import { useTask, type Answer } from '../ask/use-answer.js';
import { askModel } from './ask-model.js';
import { holdModel, type ServedModel } from './served-model.js';

/** Asks for the model when the page opens, and again when the data have changed. */
export function useModel(): Answer<ServedModel> {
  const answer = useTask('model', askModel);
  const model = answer.state === 'answered' ? answer.data : null;
  useLayoutEffect(() => {
    if (model !== null) holdModel(model);
  }, [model]);
  return answer;
}
