/** Width and height of a picture in pixels. */
export interface CanvasSize {
  width: number;
  height: number;
}
