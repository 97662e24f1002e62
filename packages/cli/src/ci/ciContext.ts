import { branchOfRequest } from './branchOfRequest';

type Environment = Record<string, string | undefined>;

/** What the CI says of the run. */
export interface CiContext {
  branch?: string;
  commit?: string;
  runUrl?: string;
}

interface CiSystem {
  detect(env: Environment): boolean;
  read(env: Environment): CiContext;
}

const github: CiSystem = {
  detect: env => env.GITHUB_ACTIONS === 'true',
  read: env => ({
    branch:
      branchOfRequest(env.GITHUB_HEAD_REF, env.GITHUB_BASE_REF) ??
      (env.GITHUB_REF_TYPE === 'tag' ? undefined : env.GITHUB_REF_NAME),
    commit: env.GITHUB_SHA,
    runUrl:
      env.GITHUB_RUN_ID &&
      `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`,
  }),
};

const gitlab: CiSystem = {
  detect: env => env.GITLAB_CI === 'true',
  read: env => ({
    branch:
      branchOfRequest(
        env.CI_MERGE_REQUEST_SOURCE_BRANCH_NAME,
        env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
      ) ?? env.CI_COMMIT_BRANCH,
    commit: env.CI_COMMIT_SHA,
    runUrl: env.CI_JOB_URL,
  }),
};

const azure: CiSystem = {
  detect: env => env.TF_BUILD !== undefined,
  read: env => ({
    branch:
      branchOfRequest(
        branchOfRef(env.SYSTEM_PULLREQUEST_SOURCEBRANCH),
        branchOfRef(env.SYSTEM_PULLREQUEST_TARGETBRANCH),
      ) ?? branchOfRef(env.BUILD_SOURCEBRANCH),
    commit: env.BUILD_SOURCEVERSION,
    runUrl:
      env.SYSTEM_TEAMPROJECT &&
      `${env.SYSTEM_TEAMFOUNDATIONCOLLECTIONURI}${encodeURIComponent(
        env.SYSTEM_TEAMPROJECT,
      )}/_build/results?buildId=${env.BUILD_BUILDID}`,
  }),
};

const circle: CiSystem = {
  detect: env => env.CIRCLECI === 'true',
  read: env => ({
    branch: env.CIRCLE_BRANCH,
    commit: env.CIRCLE_SHA1,
    runUrl: env.CIRCLE_BUILD_URL,
  }),
};

const bitbucket: CiSystem = {
  detect: env => env.BITBUCKET_BUILD_NUMBER !== undefined,
  read: env => ({
    branch: env.BITBUCKET_PR_ID
      ? branchOfRequest(
          env.BITBUCKET_BRANCH,
          env.BITBUCKET_PR_DESTINATION_BRANCH,
        )
      : env.BITBUCKET_BRANCH,
    commit: env.BITBUCKET_COMMIT,
    runUrl: `https://bitbucket.org/${env.BITBUCKET_REPO_FULL_NAME}/pipelines/results/${env.BITBUCKET_BUILD_NUMBER}`,
  }),
};

const jenkins: CiSystem = {
  detect: env =>
    env.JENKINS_URL !== undefined || env.JENKINS_HOME !== undefined,
  read: env => ({
    branch:
      branchOfRequest(env.CHANGE_BRANCH, env.CHANGE_TARGET) ??
      (env.TAG_NAME
        ? undefined
        : env.BRANCH_NAME ?? env.GIT_BRANCH?.replace(/^origin\//, '')),
    commit: env.GIT_COMMIT,
    runUrl: env.BUILD_URL,
  }),
};

// Tekton sets no variables: its tasks pass parameters.
const systems = [github, gitlab, azure, circle, bitbucket, jenkins];

/**
 * Branch, commit and address of the run, as far as the CI tells. A build of a
 * tag has no branch.
 */
export function ciContext(env: Environment): CiContext {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== ''),
  );
  const { branch, commit, runUrl } =
    systems.find(system => system.detect(set))?.read(set) ?? {};
  return {
    branch,
    commit,
    runUrl: runUrl && isWebAddress(runUrl) ? runUrl : undefined,
  };
}

function branchOfRef(ref: string | undefined): string | undefined {
  const match = /^(?:refs\/heads\/)?((?!refs\/).+)$/.exec(ref ?? '');
  return match?.[1];
}

// Jenkins without a configured address, for one, says `unconfigured-jenkins-location`.
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
