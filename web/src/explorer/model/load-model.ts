import { adaptDocument } from '../../../../src/model/adapt-document.js';
import { LanguagesDocument, ModelDocument, type ModelQuery } from '../../generated/graphql.js';
import { executeDocument, executeQuery } from '../api/execute.js';
import type { ServedModel } from './served-model.js';

/** Loads the model. Queries its languages first: the second query may name only languages that the model has. */
export async function loadModel(signal?: AbortSignal): Promise<ServedModel> {
  const { model } = await executeDocument(LanguagesDocument, {}, signal);
  const text = adaptDocument({ languages: model.languages, types: [], views: [] }, ModelDocument.toString());
  const data = await executeQuery(text, {}, signal);
  return (data as ModelQuery).model; // codegen validated the document against the schema
}
