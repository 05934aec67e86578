package io.github.keymend.lab.door;

/** Step Functions API reference, DescribeExecution, status; all but RUNNING are final. */
public enum ExecutionStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  ABORTED
}
