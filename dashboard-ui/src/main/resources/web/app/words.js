/** Every text that the page itself says, in the reader's language. The plan's own texts come in its languages; see text.js. */

import { language } from "./language.js";
import { en } from "./words/en.js";
import { fr } from "./words/fr.js";

export const words = { en, fr }[language];
