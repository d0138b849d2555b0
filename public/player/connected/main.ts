/** `connected.js`: what connected packages carry beside the player. Every one of its failures is silent. */
import { askForContent } from './ask-for-content.ts';

const connection = window.standpointSettings?.connection;
if (connection) window.standpointConnected = { content: askForContent(connection) };
