import { model } from '../model/served-model.js';

/** Downloads a blob as a file, named after the atlas and then with this ending, such as `-entities.csv`. */
export function downloadBlob(ending: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = `${model.value.name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Downloads a text as a UTF-8 file, named as by `downloadBlob`. */
export function downloadText(ending: string, type: string, text: string): void {
  downloadBlob(ending, new Blob([text], { type: `${type};charset=utf-8` }));
}
