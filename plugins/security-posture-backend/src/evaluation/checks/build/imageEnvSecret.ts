import type { Check } from '../../Check';
import { judgeImageSetting } from '../../judgeImageSetting';
import { count, namesOf } from '../../judgements';
import { namesSecret } from '../../secretNames';

export const imageEnvSecret: Check = {
  id: 'image.env.secret',
  stage: 'build',
  practices: ['B7c', 'B8c'],
  title: 'Images set no secret in an environment variable',
  rule: 'Fails if an image that is built or runs sets an environment variable that is named like a secret, or a tool reports one of the image or a Dockerfile. Such a name holds SECRET, PASSWORD, PASSWD, TOKEN, API_KEY, ACCESS_KEY, PRIVATE_KEY or CREDENTIAL, and does not tell that it is only about one (…_FILE, …_NAME, …_TTL). Unknown if no configuration is known and no tool judged it.',
  inputs: [
    'Names of environment variables in the configuration of the image, as Trivy reports it; values are never kept',
    'Findings and passed controls of Trivy, Dockle, Checkov, KICS … about images and Dockerfiles',
  ],
  why: 'Everybody who can pull the image reads its environment, every process in the container does, and it ends up in logs and crash reports.',
  fix: {
    text: 'Rotate the secret and take it out of ENV and ARG. Hand it to the build as a mounted secret, and to the container as a file.',
    snippet: {
      language: 'dockerfile',
      code: '# Not: ENV NPM_TOKEN=…, ARG NPM_TOKEN\nRUN --mount=type=secret,id=npm_token \\\n    NPM_TOKEN="$(cat /run/secrets/npm_token)" npm ci\nENV DATABASE_PASSWORD_FILE=/run/secrets/database-password',
    },
  },
  passes:
    'The environment of every image is known, and no variable in it is named like a secret.',
  weight: 0.15,
  judge: facts =>
    judgeImageSetting(facts, {
      control: 'secret-in-environment',
      look: ({ image }) => {
        if (!image?.environment) return undefined;
        const secrets = image.environment.filter(namesSecret);
        return secrets.length > 0
          ? { result: 'fail', title: namesOf(secrets, 10) }
          : { result: 'pass', title: 'No variable is named like a secret' };
      },
      missing: 'No report tells its environment',
      says: {
        fail: (names, evidence) =>
          `The environment of ${names} seems to hold secrets: ${namesOf(
            evidence.map(({ title }) => title),
          )}.`,
        pass: images =>
          `No secret in the environment of ${count(images, 'image')}.`,
        unknown: names => `Nothing tells the environment of ${names}.`,
      },
    }),
};
