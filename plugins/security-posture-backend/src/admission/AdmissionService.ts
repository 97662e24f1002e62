import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  factsForAdmission,
  mergeRulings,
  partsReadBy,
  rule,
  type Ruling,
} from '../evaluation';
import type { CatalogIndex } from '../mapping';
import type { ComponentIdentity } from '../model/facts';
import type { PolicyRules } from '../model/policyRules';
import { storedSubject } from '../model/subject';
import { isExempt, type Policy } from '../policy';
import type { FactsService } from '../posture';
import {
  findImageFacts,
  type ImageFactsOptions,
} from '../store/readModels/findImageFacts';
import { AdmissionFacts } from './AdmissionFacts';
import type { AnswerQueue } from './AnswerQueue';
import {
  answerOf,
  unjudgedAnswer,
  type Answer,
  type Signpost,
} from './answerOf';
import { readReview, type AdmissionQuestion } from './readReview';
import { reportOfAnswer } from './reportOfAnswer';
import { askedWorkload } from './askedWorkload';

export interface AdmissionServiceOptions {
  knex: Knex;
  catalog: Pick<CatalogIndex, 'get'>;
  facts: Pick<FactsService, 'factsOf'>;
  policy: Policy;
  queue: Pick<AnswerQueue, 'keep'>;
  logger: LoggerService;
  /** Address of the portal, for links. */
  portal?: string;
  now?: () => Date;
}

export interface ReviewRequest {
  body: unknown;
  cluster?: string;
  /** Who asks, for the record. */
  sender: string;
}

/** To what nobody has to judge. */
const allowed: Answer = { allowed: true, warnings: [], auditAnnotations: {} };

/** AdmissionReview v1 as it is answered. */
export interface ReviewResponse {
  apiVersion: string;
  kind: 'AdmissionReview';
  response: {
    uid: string;
    allowed: boolean;
    warnings?: string[];
    status?: { code: number; reason: string; message: string };
    auditAnnotations?: Record<string, string>;
  };
}

/**
 * Answers the API server: may this object be let in? Judged by the same checks,
 * thresholds and exceptions as the gate and the Security tab.
 */
export class AdmissionService {
  readonly #options: AdmissionServiceOptions;
  readonly #facts: AdmissionFacts;

  static create(options: AdmissionServiceOptions): AdmissionService {
    return new AdmissionService(options);
  }

  private constructor(options: AdmissionServiceOptions) {
    this.#options = options;
    this.#facts = new AdmissionFacts(options);
  }

  /** @throws InputError if it is no AdmissionReview */
  async review({
    body,
    cluster,
    sender,
  }: ReviewRequest): Promise<ReviewResponse> {
    const question = readReview(body, cluster);
    const now = this.#options.now?.() ?? new Date();
    const { answer, ruling } = await this.#decide(question, now);
    const isKept =
      question.isDryRun ||
      answer === allowed ||
      (await this.#keep(question, answer, ruling, sender, now));
    return responseOf(question, isKept ? answer : this.#failed());
  }

  /** Keeps an answer for the record; false if that is not possible now. */
  async #keep(
    question: AdmissionQuestion,
    answer: Answer,
    ruling: Ruling | undefined,
    sender: string,
    now: Date,
  ): Promise<boolean> {
    const at = now.toISOString();
    const report = reportOfAnswer(question, answer, ruling, at);
    try {
      await this.#options.queue.keep(question.uid, sender, report, at);
      return true;
    } catch (error) {
      this.#logFailure('An answer to an admission request was not kept', error);
      return false;
    }
  }

  #logFailure(message: string, error: unknown): void {
    this.#options.logger.error(message, toError(error));
  }

  /** What is answered while the portal itself does not work. */
  #failed(): Answer {
    return unjudgedAnswer({
      allowed: this.#options.policy.admission.failurePolicy === 'open',
      reason: 'the policy could not be judged, because of an error',
    });
  }

  async #decide(
    question: AdmissionQuestion,
    now: Date,
  ): Promise<{ answer: Answer; ruling?: Ruling }> {
    const { admission } = this.#options.policy;
    if (question.isUnknownKind) {
      return {
        answer: unjudgedAnswer({
          allowed: admission.unknownKinds === 'allow',
          reason: `the kind ${question.kind} is not known here and was not judged`,
        }),
      };
    }
    const { workload } = question;
    if (!workload || isExempt(admission, workload.subject.namespace)) {
      return { answer: allowed };
    }
    try {
      return await this.#judge(question, workload, now);
    } catch (error) {
      this.#logFailure('An admission request could not be judged', error);
      return { answer: this.#failed() };
    }
  }

  async #judge(
    question: AdmissionQuestion,
    workload: NonNullable<AdmissionQuestion['workload']>,
    now: Date,
  ): Promise<{ answer: Answer; ruling: Ruling }> {
    const { knex, catalog, policy } = this.#options;
    const index = await catalog.get();
    const rulesOf = (ref: string) => policy.rulesFor(index.identityOf(ref));
    const claimed = index.map(storedSubject(workload.subject))?.entityRefs;
    const lookups = await findImageFacts(
      knex,
      question.images,
      claimed && lookedAt(claimed.map(ref => rulesOf(ref))),
    );
    const mapped = claimed ?? lookups.flatMap(({ entityRefs }) => entityRefs);
    // What belongs to no component is judged by what holds for all.
    const refs = mapped.length > 0 ? [...new Set(mapped)].sort() : [''];
    const asked = askedWorkload(workload, lookups, now);
    const judged = await Promise.all(
      refs.map(async ref => {
        const rules = rulesOf(ref);
        const { cluster, namespace } = workload.subject;
        const imageLines = new Set(question.images.map(({ name }) => name));
        const place = { cluster, namespace, imageLines };
        const facts = await this.#facts.of(ref, place, rules, index, now);
        const { ruling } = rule(
          factsForAdmission(facts, asked, lookups),
          { policy: rules, now },
          'admission',
        );
        return { facts, ruling };
      }),
    );
    const ruling = mergeRulings(judged.map(one => one.ruling));
    const effective = policy.admission.breakGlass
      ? question
      : { ...question, breakGlass: undefined };
    return {
      answer: answerOf(
        effective,
        ruling,
        this.#signpost(judged[0].facts.component),
      ),
      ruling,
    };
  }

  #signpost(component: ComponentIdentity): Signpost {
    const { portal, policy } = this.#options;
    const template =
      policy.admission.link ??
      (portal &&
        `${portal.replace(
          /\/$/,
          '',
        )}/catalog/{namespace}/{kind}/{name}/security`);
    const [, kind, namespace, name] =
      /^([^:]+):([^/]+)\/(.+)$/.exec(component.entityRef) ?? [];
    return {
      owner: component.owner?.name ?? component.ownerRef,
      link:
        template && kind
          ? template
              .replaceAll('{kind}', kind)
              .replaceAll('{namespace}', namespace)
              .replaceAll('{name}', name)
          : undefined,
    };
  }
}

/** What has to be known of images, by the rules for the components that claim the workload. */
function lookedAt(rules: PolicyRules[]): ImageFactsOptions {
  return {
    // What nobody can fix yet stops nothing.
    which: rules.every(({ thresholds }) => thresholds.fixableOnly)
      ? 'actionable'
      : 'all',
    parts: new Set(rules.flatMap(own => [...partsReadBy(own, 'admission')])),
    withMapping: false,
  };
}

function responseOf(
  { uid, apiVersion }: AdmissionQuestion,
  answer: Answer,
): ReviewResponse {
  const { allowed: isAllowed, warnings, message, auditAnnotations } = answer;
  return {
    apiVersion,
    kind: 'AdmissionReview',
    response: {
      uid,
      allowed: isAllowed,
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(message
        ? { status: { code: 403, reason: 'Forbidden', message } }
        : {}),
      ...(Object.keys(auditAnnotations).length > 0 ? { auditAnnotations } : {}),
    },
  };
}
