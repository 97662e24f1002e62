import {
  createTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { cardMessages } from './messages/cards';
import { findingMessages } from './messages/finding';
import { listMessages } from './messages/lists';
import { practiceMessages } from './messages/practices';
import { riskMessages } from './messages/risk';
import { stateMessages } from './messages/states';
import { wordMessages } from './messages/words';
import { workloadMessages } from './messages/workloads';

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
    ...findingMessages,
    ...riskMessages,
    ...practiceMessages,
    ...workloadMessages,
  },
});

export type Translate = TranslationFunction<
  typeof securityPostureTranslationRef.T
>;
