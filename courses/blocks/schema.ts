/** Every block a scene may show. To add one: a folder here, its schema in this list, its view in `view.ts`. */
import { type Static, Type } from 'typebox';
import { Call } from './call/schema.ts';
import { Chat } from './chat/schema.ts';
import { Document } from './document/schema.ts';
import { Email } from './email/schema.ts';
import { Narration } from './narration/schema.ts';
import { Post } from './post/schema.ts';
import { CaseRecord } from './record/schema.ts';
import { Settings } from './settings/schema.ts';

export const Block = Type.Union([Narration, Email, Chat, Post, Call, Settings, CaseRecord, Document]);
export type Block = Static<typeof Block>;
