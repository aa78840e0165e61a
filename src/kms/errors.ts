/**
 * Every exception that KMS answers with: its HTTP status and how we make one.
 * Sources: https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html and the error lists of the operations.
 */

const CLIENT_ERRORS = [
  'AccessDeniedException',
  'AlreadyExistsException',
  'CloudHsmClusterInUseException',
  'CloudHsmClusterInvalidConfigurationException',
  'CloudHsmClusterNotActiveException',
  'CloudHsmClusterNotFoundException',
  'CloudHsmClusterNotRelatedException',
  'ConflictException',
  'CustomKeyStoreHasCMKsException',
  'CustomKeyStoreInvalidStateException',
  'CustomKeyStoreNameInUseException',
  'CustomKeyStoreNotFoundException',
  'DisabledException',
  'DryRunOperationException',
  'ExpiredImportTokenException',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'IncorrectKeyException',
  'IncorrectKeyMaterialException',
  'IncorrectTrustAnchorException',
  'InvalidAliasNameException',
  'InvalidArnException',
  'InvalidCiphertextException',
  'InvalidGrantIdException',
  'InvalidGrantTokenException',
  'InvalidImportTokenException',
  'InvalidKeyUsageException',
  'InvalidMarkerException',
  'InvalidSignatureException',
  'KMSInvalidMacException',
  'KMSInvalidSignatureException',
  'KMSInvalidStateException',
  'LimitExceededException',
  'MalformedPolicyDocumentException',
  'MissingAuthenticationTokenException',
  'NotFoundException',
  'SerializationException',
  'TagException',
  'ThrottlingException',
  'UnknownOperationException',
  'UnrecognizedClientException',
  'UnsupportedOperationException',
  'ValidationException',
  'XksKeyAlreadyInUseException',
  'XksKeyInvalidConfigurationException',
  'XksKeyNotFoundException',
  'XksProxyIncorrectAuthenticationCredentialException',
  'XksProxyInvalidConfigurationException',
  'XksProxyInvalidResponseException',
  'XksProxyUriEndpointInUseException',
  'XksProxyUriInUseException',
  'XksProxyUriUnreachableException',
  'XksProxyVpcEndpointServiceInUseException',
  'XksProxyVpcEndpointServiceInvalidConfigurationException',
  'XksProxyVpcEndpointServiceNotFoundException',
] as const;

const SERVER_ERRORS = [
  'DependencyTimeoutException',
  'InternalFailure',
  'KeyUnavailableException',
  'KMSInternalException',
  'ServiceUnavailableException',
] as const;

export type ErrorType = (typeof CLIENT_ERRORS)[number] | (typeof SERVER_ERRORS)[number];

/** A refusal as it goes over the wire. Some exceptions carry no text at all: then `message` is absent. */
export interface KmsError {
  readonly __type: ErrorType;
  readonly message?: string;
}

/** What an operation answers when it refuses. */
export interface Refused {
  readonly error: KmsError;
}

const SERVER = new Set<string>(SERVER_ERRORS);

/** 400, or 500 where the fault is KMS's own. */
export const httpStatus = (type: ErrorType): 400 | 500 => (SERVER.has(type) ? 500 : 400);

export const refused = (__type: ErrorType, message?: string): Refused => ({
  error: message === undefined ? { __type } : { __type, message },
});

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'error' in value;
