import {
  createTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { cardMessages } from './messages/cards';
import { listMessages } from './messages/lists';
import { stateMessages } from './messages/states';
import { wordMessages } from './messages/words';

/**
 * Every text of the plugin, in English. Translate it with
 * `createTranslationResource`.
 *
 * @public
 */
export const securityPostureTranslationRef = createTranslationRef({
  id: 'plugin.security-posture',
  messages: {
    ...wordMessages,
    ...stateMessages,
    ...cardMessages,
    ...listMessages,
  },
});

export type Translate = TranslationFunction<
  typeof securityPostureTranslationRef.T
>;
