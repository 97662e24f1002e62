import { ciContext } from './ciContext';

const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REF_NAME: 'main',
  GITHUB_HEAD_REF: '',
  GITHUB_BASE_REF: '',
  GITHUB_SHA: 'c0ffee',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '42',
};
const gitlab = {
  GITLAB_CI: 'true',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_SHA: 'c0ffee',
  CI_JOB_URL: 'https://gitlab.example/acme/shop/-/jobs/42',
};
const azure = {
  TF_BUILD: 'True',
  BUILD_SOURCEBRANCH: 'refs/heads/feature/a',
  BUILD_SOURCEVERSION: 'c0ffee',
  BUILD_BUILDID: '42',
  SYSTEM_TEAMPROJECT: 'Web Shop',
  SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: 'https://dev.azure.com/acme/',
};
const circle = {
  CIRCLECI: 'true',
  CIRCLE_BRANCH: 'main',
  CIRCLE_SHA1: 'c0ffee',
  CIRCLE_BUILD_URL: 'https://circleci.com/gh/acme/shop/42',
};
const bitbucket = {
  BITBUCKET_BUILD_NUMBER: '42',
  BITBUCKET_BRANCH: 'main',
  BITBUCKET_COMMIT: 'c0ffee',
  BITBUCKET_REPO_FULL_NAME: 'acme/shop',
};
const jenkins = {
  JENKINS_URL: 'https://jenkins.example/',
  BRANCH_NAME: 'main',
  GIT_COMMIT: 'c0ffee',
  BUILD_URL: 'https://jenkins.example/job/shop/42/',
};

describe('ciContext', () => {
  it.each([
    [
      'GitHub Actions',
      github,
      'main',
      'https://github.com/acme/shop/actions/runs/42',
    ],
    ['GitLab', gitlab, 'main', gitlab.CI_JOB_URL],
    [
      'Azure Pipelines',
      azure,
      'feature/a',
      'https://dev.azure.com/acme/Web%20Shop/_build/results?buildId=42',
    ],
    ['CircleCI', circle, 'main', circle.CIRCLE_BUILD_URL],
    [
      'Bitbucket',
      bitbucket,
      'main',
      'https://bitbucket.org/acme/shop/pipelines/results/42',
    ],
    ['Jenkins', jenkins, 'main', jenkins.BUILD_URL],
  ])('reads %s', (_, env, branch, runUrl) => {
    expect(ciContext(env)).toEqual({ branch, commit: 'c0ffee', runUrl });
  });

  it.each([
    ['GitHub Actions', { ...github, GITHUB_HEAD_REF: 'fix' }],
    [
      'GitLab',
      {
        ...gitlab,
        CI_COMMIT_BRANCH: '',
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'fix',
      },
    ],
    [
      'Azure Pipelines',
      { ...azure, SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/fix' },
    ],
    ['Jenkins', { ...jenkins, BRANCH_NAME: 'PR-7', CHANGE_BRANCH: 'fix' }],
    [
      'Bitbucket',
      { ...bitbucket, BITBUCKET_BRANCH: 'fix', BITBUCKET_PR_ID: '7' },
    ],
  ])('names the source branch of a pull request, %s', (_, env) => {
    expect(ciContext(env).branch).toBe('fix');
  });

  it.each([
    ['main', 'develop', 'pull-request/main'],
    ['develop', 'develop', 'pull-request/develop'],
    ['fix', 'develop', 'fix'],
  ])(
    'does not take the branch %s of a fork, for %s, for a default branch',
    (source, target, branch) => {
      const env = {
        ...github,
        GITHUB_HEAD_REF: source,
        GITHUB_BASE_REF: target,
      };
      expect(ciContext(env).branch).toBe(branch);
    },
  );

  it.each([
    [
      'GitHub Actions',
      { ...github, GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' },
    ],
    ['GitLab', { ...gitlab, CI_COMMIT_BRANCH: undefined, CI_COMMIT_TAG: 'v1' }],
    ['Azure Pipelines', { ...azure, BUILD_SOURCEBRANCH: 'refs/tags/v1' }],
    ['Jenkins', { ...jenkins, BRANCH_NAME: 'v1', TAG_NAME: 'v1' }],
  ])('knows no branch for a build of a tag, %s', (_, env) => {
    expect(ciContext(env)).toMatchObject({
      branch: undefined,
      commit: 'c0ffee',
    });
  });

  it('takes the remote off the branch of a simple Jenkins job', () => {
    const env = {
      ...jenkins,
      BRANCH_NAME: undefined,
      GIT_BRANCH: 'origin/feature/a',
    };
    expect(ciContext(env).branch).toBe('feature/a');
  });

  it('leaves out an address that is none', () => {
    const env = {
      ...jenkins,
      BUILD_URL: 'unconfigured-jenkins-location/job/1',
    };
    expect(ciContext(env).runUrl).toBeUndefined();
  });

  it('knows nothing outside of a CI', () => {
    expect(ciContext({ HOME: '/root', GIT_COMMIT: 'c0ffee' })).toEqual({
      branch: undefined,
      commit: undefined,
      runUrl: undefined,
    });
  });
});
