import type {
  ReportBuilder,
  SourceSubject,
  Suppression,
} from 'backstage-plugin-security-posture-node';

/** Where the elements of one result were found. */
export interface Place {
  builder: ReportBuilder;
  /** The subject, where it differs from the report's. */
  subject?: SourceSubject;
  /** File of the result's target; absent if the target is an image or a heading. */
  file?: string;
  /** Trivy's type: `alpine`, `npm`, `dockerfile` … */
  type?: string;
  /** Names of the source packages by id of a package. */
  sourceNames: Map<string, string>;
  /** Set for findings that an ignore file or VEX document took out. */
  suppression?: Suppression;
}

/** What every finding at this place shares. */
export function sharedFields(place: Place): {
  subject?: SourceSubject;
  suppression?: Suppression;
} {
  return {
    ...(place.subject ? { subject: place.subject } : {}),
    ...(place.suppression ? { suppression: place.suppression } : {}),
  };
}
