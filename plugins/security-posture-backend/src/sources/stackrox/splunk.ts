/**
 * An element of `GET /api/splunk/ta/violations` in the form of an alert. It
 * holds one violation, with what surrounds it in flat objects.
 */
export function splunkAlert({
  alertInfo,
  policyInfo,
  deploymentInfo,
  resourceInfo,
  violationInfo,
  processInfo,
}: Record<string, unknown>): Record<string, unknown> {
  const violation = recordOf(violationInfo);
  const policy = recordOf(policyInfo);
  const process = recordOf(processInfo);
  const isProcess = violation.violationType === 'PROCESS_EVENT';
  return {
    id: recordOf(alertInfo).alertId,
    // Only a policy that is named makes it an alert.
    ...(policy.policyName
      ? {
          policy: {
            id: policy.policyId,
            name: policy.policyName,
            description: policy.policyDescription,
            severity: policy.policySeverity,
            categories: policy.policyCategories,
            lifecycleStages: policy.policyLifecycleStages,
          },
        }
      : {}),
    ...(violation.violationType === 'GENERIC'
      ? {}
      : { lifecycleStage: 'RUNTIME' }),
    deployment: deploymentOf(recordOf(deploymentInfo)),
    resource: resourceInfo,
    time: violation.violationTime,
    violations: [
      {
        message: violation.violationMessage,
        keyValueAttrs: { attrs: violation.violationMessageAttributes },
      },
    ],
    ...(isProcess
      ? {
          processViolation: {
            processes: [
              {
                containerName: violation.containerName,
                podId: violation.podId,
                signal: {
                  name: process.processName,
                  execFilePath: process.execFilePath,
                  uid: process.processUid,
                },
              },
            ],
          },
        }
      : {}),
  };
}

function deploymentOf(info: Record<string, unknown>): Record<string, unknown> {
  return {
    name: info.deploymentName,
    type: info.deploymentType,
    namespace: info.deploymentNamespace,
    labels: info.deploymentLabels,
    clusterName: info.clusterName,
    containers: info.deploymentContainers,
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}
