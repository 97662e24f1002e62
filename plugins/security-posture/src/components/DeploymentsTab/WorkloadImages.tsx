import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ComponentWorkload } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { Digest } from '../Digest';
import { TwoLines } from '../TwoLines';

/** What a workload runs: each image with its tag and the start of its digest. */
export function WorkloadImages({ images }: Pick<ComponentWorkload, 'images'>) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (images.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" component="span">
        {t('workloads.noImages')}
      </Typography>
    );
  }
  return (
    <>
      {images.map(({ name, tag, digest }) => (
        <div key={`${name}@${digest ?? tag}`}>
          <TwoLines second={digest && <Digest digest={digest} />}>
            {tag ? `${name}:${tag}` : name}
          </TwoLines>
        </div>
      ))}
    </>
  );
}
