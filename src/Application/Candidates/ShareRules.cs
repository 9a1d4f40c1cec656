using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Candidates;

/// <summary>The rules that sharing and taking back have in common.</summary>
internal static class ShareRules
{
    /// <exception cref="RequestException"><c>forbidden</c>: they are no admin.</exception>
    public static void EnsureAdmin(UserIdentity user)
    {
        if (!user.IsAdmin)
            throw new RequestException(ErrorCode.Forbidden, "Only admins share candidates.");
    }

    /// <summary>A list that names at least one, and not too many.</summary>
    public static void Named<T, TId>(this IRuleBuilderInitial<T, IReadOnlyList<TId>> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Name at least one.")
        .Must(ids => ids.Count <= ShareCandidates.MaxNamed).WithMessage($"At most {ShareCandidates.MaxNamed} can be named at once.");
}
