import './web-assembly.ts';
import loadWabt from 'wabt';

/**
 * Draws `count` pixels of one row of a plane of bytes: bilinear, and over what is there when `alpha` is not 0.
 * All places are byte offsets in the shared memory. `u`, `v` are the source point of the first pixel and `du`, `dv` the
 * step to the next, in 1/65536 px; `stride` is the source's width; `opacity` is 0–32767.
 * Bounds: du < 2 px, |dv| < 1/7 px. Reads up to two rows and 16 bytes beyond the source, writes up to 7 bytes unchanged.
 */
export type DrawRow = (
  target: number,
  count: number,
  source: number,
  alpha: number,
  stride: number,
  u: number,
  v: number,
  du: number,
  dv: number,
  opacity: number,
) => void;

/** Eight neighbours blended along a source row, as 9.7 fixed point: `$left + ($right − $left) · $across`. */
const alongRow = (result: string, address: string): string => `
  (local.set $bytes (v128.load ${address}))
  (local.set $left (i16x8.extend_low_i8x16_u (i8x16.swizzle (local.get $bytes) (local.get $columns))))
  (local.set ${result} (i16x8.add
    (i16x8.shl (local.get $left) (i32.const 7))
    (i16x8.mul
      (i16x8.sub
        (i16x8.extend_low_i8x16_u (i8x16.swizzle (local.get $bytes) (local.get $nextColumns)))
        (local.get $left))
      (local.get $across))))`;

/** Eight samples of a plane. Where a turned row crosses into the next source row, those lanes take the rows below. */
const samples = (result: string, plane: string): string => `
  (local.set $at (i32.add (local.get ${plane}) (local.get $offset)))
  ${alongRow('$upper', '(local.get $at)')}
  ${alongRow('$lower', '(i32.add (local.get $at) (local.get $stride))')}
  (if (local.get $isCrossing) (then
    ${alongRow('$third', '(i32.add (local.get $at) (i32.shl (local.get $stride) (i32.const 1)))')}
    (local.set $upper (v128.bitselect (local.get $lower) (local.get $upper) (local.get $isNextRow)))
    (local.set $lower (v128.bitselect (local.get $third) (local.get $lower) (local.get $isNextRow)))))
  (local.set ${result} (i16x8.add
    (local.get $upper)
    (i16x8.q15mulr_sat_s (i16x8.sub (local.get $lower) (local.get $upper)) (local.get $down))))`;

/** Four 16.16 steps from lane \`first\` on. */
const steps = (by: string, first: number): string =>
  `(i32x4.mul (i32x4.splat (local.get ${by}))
    (v128.const i32x4 ${first} ${first + 1} ${first + 2} ${first + 3}))`;

/** Both halves of eight 32-bit lanes after the same operation, as eight 16-bit lanes. */
const narrowed = (lanes: string, each: (half: string) => string): string =>
  `(i16x8.narrow_i32x4_u ${each(`(local.get ${lanes}Low)`)} ${each(`(local.get ${lanes}High)`)})`;

const WHOLE = (half: string) => `(i32x4.shr_s ${half} (i32.const 16))`;
const FRACTION = (bits: number) => (half: string) =>
  `(v128.and (i32x4.shr_u ${half} (i32.const ${16 - bits})) (i32x4.splat (i32.const ${(1 << bits) - 1})))`;

const SOURCE = `
(module
  (import "video" "memory" (memory 1))
  (func (export "drawRow")
    (param $target i32) (param $count i32) (param $source i32) (param $alpha i32) (param $stride i32)
    (param $u i32) (param $v i32) (param $du i32) (param $dv i32) (param $opacity i32)
    (local $offset i32) (local $at i32) (local $firstRow i32) (local $isCrossing i32)
    (local $uLow v128) (local $uHigh v128) (local $vLow v128) (local $vHigh v128)
    (local $columns v128) (local $nextColumns v128) (local $across v128) (local $down v128) (local $isNextRow v128)
    (local $bytes v128) (local $left v128) (local $upper v128) (local $lower v128) (local $third v128)
    (local $value v128) (local $cover v128) (local $below v128) (local $belowBytes v128)

    (local.set $down (i16x8.splat (i32.and (i32.shr_s (local.get $v) (i32.const 1)) (i32.const 0x7fff))))
    (loop $eightPixels
      ;; Columns relative to the first one, and how far between them.
      (local.set $uLow (i32x4.add (i32x4.splat (i32.and (local.get $u) (i32.const 0xffff))) ${steps('$du', 0)}))
      (local.set $uHigh (i32x4.add (i32x4.splat (i32.and (local.get $u) (i32.const 0xffff))) ${steps('$du', 4)}))
      (local.set $columns ${narrowed('$u', WHOLE)})
      (local.set $columns (i8x16.narrow_i16x8_u (local.get $columns) (local.get $columns)))
      (local.set $nextColumns (i8x16.add (local.get $columns) (i8x16.splat (i32.const 1))))
      (local.set $across ${narrowed('$u', FRACTION(7))})

      ;; Rows: one for all eight, unless the picture is turned.
      (local.set $firstRow (i32.shr_s (local.get $v) (i32.const 16)))
      (if (local.get $dv) (then
        (if (i32.lt_s (local.get $dv) (i32.const 0)) (then
          (local.set $firstRow (i32.shr_s
            (i32.add (local.get $v) (i32.mul (local.get $dv) (i32.const 7)))
            (i32.const 16)))))
        (local.set $at (i32.sub (local.get $v) (i32.shl (local.get $firstRow) (i32.const 16))))
        (local.set $vLow (i32x4.add (i32x4.splat (local.get $at)) ${steps('$dv', 0)}))
        (local.set $vHigh (i32x4.add (i32x4.splat (local.get $at)) ${steps('$dv', 4)}))
        (local.set $isNextRow (i16x8.gt_s ${narrowed('$v', WHOLE)} (i16x8.splat (i32.const 0))))
        (local.set $isCrossing (v128.any_true (local.get $isNextRow)))
        (local.set $down ${narrowed('$v', FRACTION(15))})))
      (local.set $offset (i32.add
        (i32.mul (local.get $firstRow) (local.get $stride))
        (i32.shr_s (local.get $u) (i32.const 16))))

      (block $drawn
        (local.set $belowBytes (v128.load64_zero (local.get $target)))
        (if (local.get $alpha)
          (then
            ${samples('$cover', '$alpha')}
            (br_if $drawn (i32.eqz (v128.any_true (local.get $cover))))
            ;; 255 as 9.7 is 32640; so that it becomes 32767, nearly one.
            (local.set $cover (i16x8.q15mulr_sat_s
              (i16x8.add (local.get $cover) (i16x8.shr_u (local.get $cover) (i32.const 8)))
              (i16x8.splat (local.get $opacity)))))
          (else (local.set $cover (i16x8.splat (local.get $opacity)))))
        ${samples('$value', '$source')}
        (if (i32.or (local.get $alpha) (i32.lt_s (local.get $opacity) (i32.const 32767))) (then
          (local.set $below (i16x8.shl (i16x8.extend_low_i8x16_u (local.get $belowBytes)) (i32.const 7)))
          (local.set $value (i16x8.add_sat_s
            (i16x8.q15mulr_sat_s (local.get $value) (i16x8.splat (local.get $opacity)))
            (i16x8.sub (local.get $below) (i16x8.q15mulr_sat_s (local.get $below) (local.get $cover)))))))
        (local.set $value (i16x8.shr_s
          (i16x8.add_sat_s (local.get $value) (i16x8.splat (i32.const 64)))
          (i32.const 7)))
        (local.set $value (i8x16.narrow_i16x8_u (local.get $value) (local.get $value)))
        (if (i32.lt_s (local.get $count) (i32.const 8)) (then
          (local.set $value (v128.bitselect (local.get $value) (local.get $belowBytes)
            (i8x16.lt_s
              (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
              (i8x16.splat (local.get $count)))))))
        (v128.store64_lane 0 (local.get $target) (local.get $value)))

      (local.set $target (i32.add (local.get $target) (i32.const 8)))
      (local.set $u (i32.add (local.get $u) (i32.shl (local.get $du) (i32.const 3))))
      (local.set $v (i32.add (local.get $v) (i32.shl (local.get $dv) (i32.const 3))))
      (br_if $eightPixels
        (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 8))) (i32.const 0))))))`;

const wabt = await loadWabt();
const text = wabt.parseWat('row-kernel.wat', SOURCE, { simd: true });
const compiled = new WebAssembly.Module(new Uint8Array(text.toBinary({}).buffer));
text.destroy();

/** The row kernel at work in a memory: WebAssembly, because JavaScript has no eight lanes (a fifth of the time). */
export function createRowKernel(memory: WebAssembly.Memory): DrawRow {
  const { exports } = new WebAssembly.Instance(compiled, { video: { memory } });
  return exports['drawRow'] as DrawRow;
}
