using HotGigs.Domain.Common;

namespace HotGigs.Application.Common;

/// <summary>Why a request was refused: the same names in a problem+json answer and in an <c>error</c> frame.</summary>
public enum ErrorCode
{
    [WireName("unauthenticated")]
    Unauthenticated,

    [WireName("forbidden")]
    Forbidden,

    [WireName("not_found")]
    NotFound,

    [WireName("validation_failed")]
    ValidationFailed,

    [WireName("malformed_json")]
    MalformedJson,

    [WireName("unknown_type")]
    UnknownType,

    [WireName("too_large")]
    TooLarge,

    [WireName("unsupported_file")]
    UnsupportedFile,

    [WireName("conflict")]
    Conflict,

    [WireName("rate_limited")]
    RateLimited,

    [WireName("unavailable")]
    Unavailable,
}
