/**
 * A small copy of a picture that the page has loaded, drawn from its pixels: nothing is requested. Null while the picture
 * is not there.
 *
 * @param {HTMLImageElement} image
 * @returns {HTMLCanvasElement | null}
 */
export function thumbnail(image) {
  if (!image.complete || image.naturalWidth === 0) return null;
  const canvas = document.createElement("canvas");
  const { width, height } = { width: 192, height: 128 };
  Object.assign(canvas, { width, height, className: "thumbnail" });
  canvas.setAttribute("aria-hidden", "true");
  const scale = Math.max(width / image.naturalWidth, height / image.naturalHeight);
  const [w, h] = [image.naturalWidth * scale, image.naturalHeight * scale];
  try {
    canvas.getContext("2d")?.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
  } catch {
    return null; // a broken picture
  }
  return canvas;
}
