/** What the buttons and boxes of a CPD draft do. */
import type { CpdDraft } from './cpd-draft.ts';
import { cpdText, formOf, staysWords, wordsIn } from './cpd-page.ts';
import { download } from './download.ts';
import type { Act, Open } from './open.ts';
import { slugOf } from './taken.ts';

type Box = HTMLInputElement | HTMLTextAreaElement;

const NOT_KEPT = 'This browser keeps nothing. Copy your words, or download them, before you leave this page.';

const boxOf = (field: string): Box | undefined => document.querySelector<Box>(`[data-cpd="${field}"]`) ?? undefined;

/** The page as the draft stands now: its boxes, its tick, and what the notice says of it. */
function fill({ kit, draft }: Open): void {
  tell(draft);
  for (const field of formOf(kit).fields) {
    const box = boxOf(field.id);
    if (box) box.value = wordsIn(field, kit, draft);
  }
}

function tell(draft: CpdDraft): void {
  const tick = document.querySelector<HTMLInputElement>('[data-reflect="keep"]');
  if (tick) tick.checked = draft.isOnDevice();
  const stays = document.getElementById('stays');
  if (stays) stays.textContent = staysWords(draft);
}

const clearing = (): HTMLDialogElement | undefined =>
  document.querySelector<HTMLDialogElement>('#clearing') ?? undefined;

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
    const moved = draft.keepOnDevice(yes);
    tell(draft);
    if (!moved) return NOT_KEPT;
    return yes ? 'Kept on this device until you clear it.' : 'In this tab only, and gone when you close it.';
  },
  download: ({ kit, draft }) => {
    download(`cpd-${slugOf(kit)}.txt`, 'text/plain', cpdText(kit, draft));
    draft.took(Object.fromEntries(formOf(kit).fields.map((one) => [one.id, wordsIn(one, kit, draft)])));
    return 'Downloaded';
  },
  askToClear: () => {
    clearing()?.showModal();
    return '';
  },
  keepWords: () => {
    clearing()?.close();
    return '';
  },
  clear: (open) => {
    clearing()?.close();
    const back = [open.draft.clear(), open.kit.forgetWords()];
    fill(open);
    offerUndo(() => {
      for (const one of back) one();
      fill(open);
    });
    return 'Your words are gone from this tab and this device. The boxes hold no more than what you decided.';
  },
  undo: () => {
    bringBack?.();
    offerUndo(undefined);
    return 'Your words are back.';
  },
} satisfies Record<string, Act>;
