import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PATIENCE_MS, reload, visit } from './drive.ts';

type EditRoom = {
  page: Page;
  /** A finished ad of two or more shots with clips. */
  adUrl: string;
  dataDir: string;
  lookForFaults: (page: Page) => Promise<void>;
};

/** What a person does in the edit room, with an ad that was made for the tests around these. */
export function testEditRoom(open: () => EditRoom): void {
  test('sees on Finish what the film shows, clips at the same moment, too', async () => {
    const { page, adUrl, dataDir } = open();
    const read = async (path: string) =>
      (await page.request.get(`${new URL(adUrl).origin}/api/sessions/${path}`)).json();
    const id = adUrl.split('/').at(-1) ?? '';
    const { finals } = (await read(id)) as { finals: { url: string }[] };
    const { storyboard } = (await read(`${id}/storyboard`)) as { storyboard: Storyboard };
    const film = join(dataDir, 'film.mp4');
    const shown = join(dataDir, 'shown.png');
    await writeFile(film, await (await page.request.get(new URL(finals[0]?.url ?? '', adUrl).href)).body());
    await visit(page, `${adUrl}/finish`);
    const canvas = page.getByRole('application').getByRole('img');
    const clips = storyboard.shots.flatMap(({ picture }, n) => (picture.kind === 'clip' ? [n] : []));
    expect(clips.length).toBeGreaterThan(0);
    for (const n of clips) {
      await page.getByRole('option').nth(n).click();
      const { startFrame, frames } = scheduleShots(storyboard).shots[n] ?? { startFrame: 0, frames: 0 };
      // Where a chosen shot is shown: most of its clip has gone by.
      const frame = startFrame + Math.floor(frames * 0.7);
      const alike = async () => {
        await canvas.screenshot({ path: shown });
        return likeness(shown, film, frame);
      };
      await expect.poll(alike, { timeout: PATIENCE_MS, message: `shot ${n + 1}` }).toBeGreaterThan(0.95);
    }
  });

  test('sees the ad live on Finish: what is changed is drawn at once, kept, and can be undone', async () => {
    const { page, adUrl } = open();
    await visit(page, `${adUrl}/finish`);
    const name = page.getByLabel('Product name', { exact: true });
    const canvas = page.getByRole('application').getByRole('img');
    const shownBy = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
    await expect.poll(async () => (await shownBy()).length, { timeout: PATIENCE_MS }).toBeGreaterThan(20_000);

    const before = await shownBy();
    await page.getByRole('tab', { name: 'Style' }).click();
    await page.getByRole('radio', { name: 'Retro' }).click();
    await expect.poll(shownBy, { timeout: PATIENCE_MS }).not.toBe(before);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(shownBy, { timeout: PATIENCE_MS }).toBe(before);

    const words = page.getByRole('tab', { name: 'Words' });
    await words.click();
    await name.fill('Evening Ritual');
    await page.getByRole('link', { name: 'Clips' }).click();
    await page.waitForURL(/\/clips$/);
    await page.getByRole('link', { name: 'Finish' }).click();
    await page.waitForURL(/\/finish$/);
    await words.click();
    await expect.poll(() => name.inputValue(), { timeout: PATIENCE_MS }).toBe('Evening Ritual');
    await reload(page);
    await words.click();
    await expect.poll(() => name.inputValue(), { timeout: PATIENCE_MS }).toBe('Evening Ritual');
    await name.fill('Noon Ritual');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await name.inputValue()).toBe('Evening Ritual');
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    expect(await name.inputValue()).toBe('Noon Ritual');
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  test('drags shots in the strip to another place and length, and undoes it even after a reload', async () => {
    const { page, adUrl } = open();
    await visit(page, `${adUrl}/finish`);
    const strip = page.getByRole('listbox', { name: 'Shots' });
    const shots = strip.getByRole('option');
    const order = () => shots.evaluateAll((elements) => elements.map(({ id }) => id));
    const lengthOf = (n: number) => shots.nth(n).textContent();
    const drag = async (from: { x: number; y: number }, byPx: number) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + byPx, from.y, { steps: 4 });
      await page.mouse.up();
    };
    const place = async (n: number) => {
      await shots.nth(n).scrollIntoViewIfNeeded();
      const box = await shots.nth(n).boundingBox();
      if (box === null) throw new Error(`Shot ${n + 1} is not shown.`);
      return { ...box, middle: { x: box.x + box.width / 2, y: box.y + 30 } };
    };
    await shots.first().waitFor({ timeout: PATIENCE_MS });
    const [first, second, ...others] = await order();

    const [from, over] = [await place(0), await place(1)];
    await drag(from.middle, over.middle.x - from.middle.x + 8);
    expect(await order()).toEqual([second, first, ...others]);
    expect(await shots.nth(1).getAttribute('aria-selected')).toBe('true');

    const before = await lengthOf(1);
    const edge = await place(1);
    await drag({ x: edge.x + edge.width, y: edge.middle.y }, edge.width / 2);
    const after = await lengthOf(1);
    expect(after).not.toBe(before);

    await page.getByText('Saved', { exact: true }).waitFor();
    await reload(page);
    await shots.first().waitFor({ timeout: PATIENCE_MS });
    expect(await lengthOf(1)).toBe(after);
    await page.keyboard.press('Control+z');
    expect(await lengthOf(1)).toBe(before);
    await page.keyboard.press('Control+z');
    expect(await order()).toEqual([first, second, ...others]);

    await strip.focus();
    await strip.press('ArrowRight');
    await strip.press('d');
    expect(await order()).toHaveLength(others.length + 3);
    await strip.press('Delete');
    expect(await order()).toEqual([first, second, ...others]);
  });

  test('adds a shot before the call to action, by pointer and by key, trims its start, and undoes it all', async () => {
    const { page, adUrl, lookForFaults } = open();
    await visit(page, `${adUrl}/finish`);
    const strip = page.getByRole('listbox', { name: 'Shots' });
    const shots = strip.getByRole('option');
    await shots.first().waitFor({ timeout: PATIENCE_MS });
    const order = () => shots.evaluateAll((all) => all.map(({ id }) => id));
    const lengthOf = async (n: number) => /([\d.]+)s/.exec((await shots.nth(n).textContent()) ?? '')?.[1];
    const before = await order();
    const endCard = before.at(-1);

    await page.getByRole('button', { name: 'Add a shot', exact: true }).click();
    const ideas = page.getByRole('dialog').getByRole('radiogroup', { name: 'Layout' }).getByRole('radio');
    await expect.poll(() => ideas.first().evaluate(isFocused)).toBe(true);
    await ideas.first().press('ArrowRight');
    await expect.poll(() => ideas.nth(1).getAttribute('aria-checked')).toBe('true');
    await lookForFaults(page);
    await ideas.nth(1).press('Enter');
    const added = await order();
    expect(added).toHaveLength(before.length + 1);
    expect(added.at(-1)).toBe(endCard);
    expect(await shots.nth(-2).getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => strip.evaluate(isFocused)).toBe(true);

    const place = before.length - 1;
    const length = await lengthOf(place);
    const box = await shots.nth(place).boundingBox();
    if (box === null) throw new Error('The new shot is not shown.');
    await page.mouse.move(box.x, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 3, box.y + 30, { steps: 6 });
    await page.mouse.up();
    expect(Number(await lengthOf(place))).toBeLessThan(Number(length));
    expect(await order()).toEqual(added);

    await page.keyboard.press('Control+z');
    expect(await lengthOf(place)).toBe(length);
    await page.keyboard.press('Control+z');
    expect(await order()).toEqual(before);

    await strip.press('a');
    await ideas.first().press('Escape');
    await expect.poll(() => strip.evaluate(isFocused)).toBe(true);
    expect(await order()).toEqual(before);
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  test('sees the music of the film under its shots, and chooses how one shot becomes the next', async () => {
    const { page, adUrl } = open();
    await visit(page, `${adUrl}/finish`);
    const lane = page.getByRole('img', { name: /^The music over \d+ beats$/ });
    await lane.waitFor({ timeout: PATIENCE_MS });
    const wave = (await lane.locator('path').nth(1).getAttribute('d')) ?? '';
    expect(new Set(wave.match(/V[\d.]+/g)).size, 'bars of different heights').toBeGreaterThan(20);

    await page.getByRole('button', { name: /^Join of shots 2 and 3: / }).click();
    const joins = page.getByRole('radiogroup', { name: 'into shot 3' });
    await expect.poll(() => joins.getByRole('radio', { checked: true }).evaluate(isFocused)).toBe(true);
    await joins.getByRole('radio', { name: 'Scan' }).click();
    await page.getByRole('listbox', { name: 'Shots' }).press('ArrowLeft');
    await page.getByRole('button', { name: 'Join of shots 2 and 3: Scan' }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  test('writes a line on the picture, where it stands, and sees it in the inspector', async () => {
    const { page, adUrl } = open();
    await visit(page, `${adUrl}/finish`);
    const player = page.getByRole('application');
    const inspector = page.getByRole('tabpanel', { name: 'Shot' });
    const opening = inspector.getByRole('textbox', { name: 'Opening line' });
    const before = await opening.inputValue();
    const onPicture = player.getByRole('button', { name: 'Opening line: write it on the picture' });
    await onPicture.dblclick();
    const written = player.getByRole('textbox', { name: 'Opening line' });
    // It breaks where it is set.
    expect((await written.inputValue()).replaceAll('\n', ' ')).toBe(before);
    await written.fill('Slow mornings');
    expect(await opening.inputValue()).toBe('Slow mornings');
    await written.press('Escape');
    await onPicture.waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await opening.inputValue()).toBe(before);
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  test('drags the words of a shot to another place, grows them, and puts them back', async () => {
    const { page, adUrl } = open();
    await visit(page, `${adUrl}/finish`);
    const player = page.getByRole('application');
    const line = player.getByRole('button', { name: 'Opening line: write it on the picture' });
    const size = player.getByRole('slider', { name: 'Size of the words' });
    const back = page.getByRole('button', { name: 'Put the words back' });
    await line.waitFor({ timeout: PATIENCE_MS });
    const placed = async () => {
      const box = await line.boundingBox();
      if (box === null) throw new Error('The opening line is not on the picture.');
      return box;
    };
    const before = await placed();
    expect(await back.count()).toBe(0);
    const film = await player.getByRole('img').boundingBox();
    if (film === null) throw new Error('There is no film.');
    const down = film.height * 0.08;
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.down();
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2 + down, { steps: 5 });
    await page.mouse.up();
    // Words snap to lines: so near is meant.
    const moved = async () => Math.abs((await placed()).y - before.y - down) < film.height * 0.02;
    await expect.poll(moved, { timeout: PATIENCE_MS }).toBe(true);

    await size.focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft');
    await expect
      .poll(async () => (await placed()).width, { timeout: PATIENCE_MS })
      .toBeLessThan(before.width * 0.9);
    expect(Number(await size.getAttribute('aria-valuenow'))).toBeLessThan(90);
    await line.focus();
    const here = await placed();
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(async () => (await placed()).y, { timeout: PATIENCE_MS }).toBeLessThan(here.y - 2);

    // A finger is captured by what it touches first; the words follow it all the same.
    const under = await placed();
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', byPx = 0) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd' ? [] : [{ x: under.x + under.width / 2, y: under.y + under.height / 2 + byPx }],
      });
    await touch('touchStart');
    for (let step = 1; step <= 6; step++) await touch('touchMove', (down * step) / 6);
    await touch('touchEnd');
    const followed = async () => Math.abs((await placed()).y - under.y - down) < film.height * 0.02;
    await expect.poll(followed, { timeout: PATIENCE_MS }).toBe(true);

    await back.click();
    const asBefore = async () =>
      Math.abs((await placed()).y - before.y) + Math.abs((await placed()).width - before.width) < 1;
    await expect.poll(asBefore, { timeout: PATIENCE_MS }).toBe(true);
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  test('sees two ordered formats side by side, at the same frame', async () => {
    const { page, adUrl, lookForFaults } = open();
    await visit(page, `${adUrl}/finish`);
    await page.getByRole('tab', { name: 'Output' }).click();
    const portrait = page.getByRole('tabpanel', { name: 'Output' }).getByRole('button', { name: '9:16' });
    await portrait.click();
    const player = page.getByRole('application');
    await player.press('Home');
    for (const format of ['9:16', '16:9'])
      await player.getByRole('img', { name: `The ad in ${format} at 0:00.00` }).waitFor();
    await player.press('Shift+ArrowRight');
    for (const format of ['9:16', '16:9'])
      await player.getByRole('img', { name: `The ad in ${format} at 0:00.10` }).waitFor();
    await lookForFaults(page);
    await player.press('0');
    await player.getByRole('img', { name: 'The ad at 0:00.10' }).waitFor();
    await portrait.click();
  });

  test('goes through the live preview frame by frame with the arrow keys', async () => {
    const { page, adUrl } = open();
    await visit(page, `${adUrl}/finish`);
    const player = page.getByRole('application');
    for (const [key, time] of [
      ['Home', '0:00.00'],
      ['ArrowRight', '0:00.01'],
      ['Shift+ArrowRight', '0:00.11'],
      ['ArrowLeft', '0:00.10'],
    ] as const) {
      await player.press(key);
      await player.getByRole('img', { name: `The ad at ${time}` }).waitFor();
    }
  });
}

const isFocused = (element: Element) => element === document.activeElement;

/** Structural similarity of a picture to one frame of a film, 0–1, at the size of a small film. */
async function likeness(picture: string, film: string, frame: number): Promise<number> {
  const graph = `[0:v]scale=480:270,setpts=0[a];[1:v]select=eq(n\\,${frame}),scale=480:270,setpts=0[b];[a][b]ssim`;
  const { stderr } = await promisify(execFile)('ffmpeg', [
    ...['-hide_banner', '-i', picture, '-i', film],
    ...['-lavfi', graph, '-frames:v', '1', '-f', 'null', '-'],
  ]);
  return Number(/All:([\d.]+)/.exec(stderr)?.[1] ?? 0);
}
