/** A frame's size in pixels, both even. */
export interface CanvasSize {
  width: number;
  height: number;
}
