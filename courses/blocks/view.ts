/** A block as HTML. One case for each folder beside this file; `style.css` of each is bundled with the player's styles. */
import { callView } from './call/view.ts';
import type { Cast } from './cast.ts';
import { chatView } from './chat/view.ts';
import { documentView } from './document/view.ts';
import { emailView } from './email/view.ts';
import type { Html } from './html.ts';
import { narrationView } from './narration/view.ts';
import { postView } from './post/view.ts';
import { recordView } from './record/view.ts';
import type { Block } from './schema.ts';
import { settingsView } from './settings/view.ts';

/** Real text in reading order, for the player, the transcript and the gallery alike. */
export function blockView(block: Block, cast: Cast): Html {
  switch (block.kind) {
    case 'narration':
      return narrationView(block);
    case 'email':
      return emailView(block, cast);
    case 'chat':
      return chatView(block, cast);
    case 'post':
      return postView(block, cast);
    case 'call':
      return callView(block, cast);
    case 'settings':
      return settingsView(block, cast);
    case 'record':
      return recordView(block, cast);
    case 'document':
      return documentView(block);
  }
}
