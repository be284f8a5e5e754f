/** Merges the canvas layers over a background color into a PNG. */
export function toPng(layers: readonly HTMLCanvasElement[], background: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = layers[0]?.width ?? 1;
  canvas.height = layers[0]?.height ?? 1;
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('This browser does not support canvas drawing.'));
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of layers) context.drawImage(layer, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser could not encode the PNG.'))));
  });
}
