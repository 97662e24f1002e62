/** The grade, the risk behind it, and what to do about it. */
export const riskMessages = {
  grade: {
    label: 'Grade {{grade}}',
    unknown: 'Grade not known',
  },
  risk: {
    name: 'Risk {{score}}',
    outOf: '{{risk}} of 100',
    unknown: 'Risk not known',
    estimated: 'estimated',
    estimatedHelp:
      'How likely some of it is to be exploited is not known; an average stands in for it.',
    more: '▲ {{points}} this week',
    moreLabel: '{{points}} more than a week ago',
    less: '▼ {{points}} this week',
    lessLabel: '{{points}} less than a week ago',
    same: 'as a week ago',
  },
  coverage: {
    share: 'Coverage {{percent}}\u00a0%',
    unknown_one: '{{count}} practice without data',
    unknown_other: '{{count}} practices without data',
    none: 'Nothing could be judged',
  },
  held: {
    at: 'Grade held at {{grade}}: {{reason}}',
    unknown: 'No grade: {{reason}}',
    more_one: '{{count}} more reason',
    more_other: '{{count}} more reasons',
    fewer: 'Fewer reasons',
  },
  trend: {
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    range: '{{lowest}} to {{highest}}',
    caption: 'Risk of each day',
    day: 'Day',
    risk: 'Risk',
    notJudged: 'not judged',
    none: 'No history of the risk yet.',
    error: 'The history could not be loaded.',
    forbidden: 'You may not see the history.',
    'not-found': 'There is no history of this component.',
  },
  actions: {
    title: 'Do this first',
    riskChange: '{{before}} → {{after}}',
    riskChangeLabel: 'Risk from {{before}} to {{after}}',
    coverageGain: 'Coverage +{{percent}}\u00a0%',
    unknown:
      'Nothing was ever reported, so nothing can be advised but to send a report.',
    partlyKnown: 'Nothing that is known asks for action. What has no data may.',
    clean: 'Nothing asks for action.',
  },
  copy: {
    yaml: 'Copy patch',
    dockerfile: 'Copy lines',
    shell: 'Copy commands',
    json: 'Copy JSON',
    done: 'Copied',
  },
} as const;
