import type { Check } from '../../Check';
import { judgeImageSetting } from '../../judgeImageSetting';
import { count } from '../../judgements';

/** `root`, `0`, either with a group; a file of `FROM` alone names no user, which is root. */
const ROOT = /^(root|0+|ContainerAdministrator)?(:.*)?$/i;

export const rootUser: Check = {
  id: 'image.user.root',
  stage: 'build',
  practices: ['B8c'],
  title: 'Images name a user that is not root',
  rule: 'Fails if the configuration of an image that is built or runs names no user, root or the user 0, or a tool reports it of the image or a Dockerfile. Unknown if no configuration is known and no tool judged it.',
  inputs: [
    'User in the configuration of the image, as Trivy reports it',
    'Findings and passed controls of Trivy, Dockle, Checkov, KICS … about images and Dockerfiles',
  ],
  why: 'Processes in the container run as this user. Root in a container is root on the node as soon as something lets it out: a fault of the kernel or the runtime, a mount, a capability.',
  fix: {
    text: 'Create a user in the image, or take a base image that has one, and switch to it by number, so that Kubernetes can check it.',
    snippet: {
      language: 'dockerfile',
      code: 'RUN useradd --system --uid 10001 --no-create-home app\nUSER 10001',
    },
  },
  passes: 'The configuration of every image names a user that is not root.',
  weight: 0.1,
  judge: facts =>
    judgeImageSetting(facts, {
      control: 'run-as-non-root',
      look: ({ image }) => {
        if (image?.user === undefined) return undefined;
        const user = image.user.trim();
        return ROOT.test(user)
          ? {
              result: 'fail',
              title: user ? `User ${user}` : 'No user is named',
            }
          : { result: 'pass', title: `User ${user}` };
      },
      missing: 'No report tells its user',
      says: {
        fail: names => `The user is root by default in ${names}.`,
        pass: images => `No root by default in ${count(images, 'image')}.`,
        unknown: names => `Nothing tells the user of ${names}.`,
      },
    }),
};
