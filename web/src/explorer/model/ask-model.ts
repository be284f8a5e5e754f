import { adaptDocument } from '../../../../src/model/adapt-document.js';
import { LanguagesDocument, ModelDocument, type ModelQuery } from '../../generated/graphql.js';
import { ask, askText } from '../ask/ask.js';
import type { ServedModel } from './served-model.js';

/** Asks the server for its model: first for its languages, as no other may be named in what is asked then. */
export async function askModel(signal?: AbortSignal): Promise<ServedModel> {
  const { model } = await ask(LanguagesDocument, {}, signal);
  const text = adaptDocument({ languages: model.languages, types: [], views: [] }, ModelDocument.toString());
  const data = await askText(text, {}, signal);
  return (data as ModelQuery).model; // the document was checked against the schema that answers it
}
