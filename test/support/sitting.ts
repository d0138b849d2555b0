/** A learner at a package, as tests drive one: they look for what a person would see. */
import type { Browser, Frame, Page } from 'playwright-core';

type Place = Page | Frame;

/** Takes the tiny course's first story: `well` or `hard`, from its list of stories or its title page. */
export async function takeScreenshotStory(place: Place, how: 'well' | 'hard'): Promise<void> {
  await place.getByText(how === 'well' ? 'Ring Joyce now' : 'Delete your old post').click();
  await press(place, 'Do this');
  await press(place, 'Go on');
  await press(place, 'Go on');
  await place.getByText('The blue door').click();
  if (how === 'well') await place.getByText('Twins in year two').click();
  else await place.getByText('It rained').click();
  await press(place, 'Do this');
  await press(place, 'Go on');
  await press(place, how === 'well' ? 'The twins on Mill Lane' : 'Tea now');
  if (how === 'well') await press(place, 'their gran');
  await press(place, 'Mark these');
  await press(place, 'Go on');
}

/** Takes the tiny course's second story well, from its first scene to its ending. */
export async function takeNeighbourStory(place: Place): Promise<void> {
  await press(place, 'Move up: Close the door');
  await press(place, 'Move down: Go on with the call');
  await press(place, 'Do it in this order');
  await press(place, 'Go on');
  await place.getByRole('radio').nth(3).check({ force: true });
  await press(place, 'Stand here');
  await press(place, 'Go on');
  await place.getByRole('textbox').fill('Lock the door.');
  await press(place, 'Keep and go on');
}

export async function press(place: Place, name: string): Promise<void> {
  await place.getByRole('button', { name, exact: true }).click();
}

/** From the title page into a story. */
export async function beginStory(place: Place, title: string): Promise<void> {
  await press(place, 'Choose a story');
  await press(place, `Begin: ${title}`);
}

/** The whole tiny module, taken well, from its title page to how it went. */
export async function takeModule(place: Place): Promise<void> {
  await beginStory(place, 'Joyce’s screenshot');
  await takeScreenshotStory(place, 'well');
  await press(place, 'Look back at your way');
  await press(place, 'Next story: The open door');
  await takeNeighbourStory(place);
  await press(place, 'Look back at your way');
  await press(place, 'See how it went');
}

/** A browser of its own, at the end of the module. */
export async function openAtTheEnd(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 650, height: 666 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  await takeModule(page);
  return page;
}
