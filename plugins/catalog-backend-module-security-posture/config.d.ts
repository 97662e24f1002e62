export interface Config {
  catalog?: {
    processors?: {
      /** How the annotations of Security Posture are filled in. */
      securityPosture?: {
        /**
         * Annotations that are made of what the entity says elsewhere. What an
         * entity has itself always stays; of several rules for one annotation
         * the first that fits wins.
         */
        copy?: {
          /** The annotation that is set. */
          to:
            | 'security-posture.io/images'
            | 'security-posture.io/repositories'
            | 'security-posture.io/workloads'
            | 'security-posture.io/tier';
          /**
           * Its value, in which `{{ metadata.name }}` or
           * `{{ metadata.annotations['example.com/image'] }}` stand for fields
           * of the entity. If one of them is missing, nothing is set.
           */
          template: string;
          /** Which kinds of entities: Component, Resource. Default both. */
          kinds?: string[];
          /** Which `spec.type` entities have. Default any. */
          types?: string[];
          /** An annotation whose presence keeps the rule away. */
          unless?: string;
        }[];
      };
    };
  };
}
