/** What the buttons and boxes of a CPD draft do. */
import { cpdText, formOf, wordsIn } from './cpd-page.ts';
import { download } from './download.ts';
import type { Act, Open } from './open.ts';
import { slugOf } from './taken.ts';

type Box = HTMLInputElement | HTMLTextAreaElement;

const NOT_KEPT = 'This browser keeps nothing. Copy your words, or download them, before you leave this page.';

const boxOf = (field: string): Box | undefined => document.querySelector<Box>(`[data-cpd="${field}"]`) ?? undefined;

function fill({ kit, draft }: Open): void {
  for (const field of formOf(kit).fields) {
    const box = boxOf(field.id);
    if (box) box.value = wordsIn(field, kit, draft);
  }
}

/** Over plain HTTP, and in a frame of another site, browsers have no clipboard for us: there the older way does it. */
async function copied(box: Box): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.select();
    return document.execCommand('copy');
  }
}

let bringBack: (() => void) | undefined;

function offerUndo(undo: (() => void) | undefined): void {
  bringBack = undo;
  const button = document.getElementById('undo');
  if (button) button.hidden = undo === undefined;
}

export const cpdActs = {
  write: ({ draft }, box) => {
    offerUndo(undefined);
    return draft.write(box.dataset.cpd ?? '', (box as Box).value) ? '' : NOT_KEPT;
  },
  copy: async ({ draft }, button) => {
    const field = button.dataset.field ?? '';
    const box = boxOf(field);
    if (!box) return '';
    if (!(await copied(box))) return 'Your browser did not let us. The words are marked: press Ctrl and C.';
    draft.took({ [field]: box.value });
    return 'Copied';
  },
  keep: ({ draft }, tick) => {
    const yes = tick instanceof HTMLInputElement && tick.checked;
    if (!draft.keepOnDevice(yes)) return NOT_KEPT;
    return yes ? 'Kept on this device until you clear it.' : 'In this tab only, and gone when you close it.';
  },
  download: ({ kit, draft }) => {
    download(`cpd-${slugOf(kit)}.txt`, 'text/plain', cpdText(kit, draft));
    draft.took(Object.fromEntries(formOf(kit).fields.map((one) => [one.id, wordsIn(one, kit, draft)])));
    return 'Downloaded';
  },
  clear: (open) => {
    const back = open.draft.clear();
    fill(open);
    const tick = document.querySelector<HTMLInputElement>('[data-reflect="keep"]');
    if (tick) tick.checked = false;
    offerUndo(() => {
      back();
      fill(open);
      if (tick) tick.checked = open.draft.isOnDevice();
    });
    return 'Your words are gone from this browser. The boxes are as they were at first.';
  },
  undo: () => {
    bringBack?.();
    offerUndo(undefined);
    return 'Your words are back.';
  },
} satisfies Record<string, Act>;
