using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Users;

/// <summary>Asks for one page of those who were ever here, by name: whom a candidate can be shared with, say. Admins; others are refused with <c>forbidden</c>.</summary>
/// <param name="User">Who asks.</param>
/// <param name="Role">A wire name of <see cref="Roles"/> that they hold, or <c>null</c> for all.</param>
/// <param name="Search">What their name, e-mail address or id holds; case does not matter.</param>
/// <param name="Skip">How many to pass over.</param>
/// <param name="Limit">How many to return at most.</param>
public sealed record ListUsers(UserIdentity User, string? Role, string? Search, int Skip, int Limit) : IRequest<UserList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
}

/// <summary>One page of users, and how many there are in all.</summary>
public sealed record UserList(IReadOnlyList<UserDto> Users, int Total);

/// <summary>A user as their newest token says.</summary>
/// <param name="LastSeenAt">When a connection of theirs last came, left a room or ended; <c>null</c> before the first.</param>
public sealed record UserDto(string UserId, string Name, string? Email, IReadOnlyList<string> Roles, DateTimeOffset? LastSeenAt)
{
    public static UserDto Of(User user) => new(
        user.Id,
        user.Name,
        user.Email,
        [.. Enum.GetValues<Roles>().Where(role => user.Roles.HasAny(role)).Select(role => role.ToWireName())],
        user.LastSeenAt);
}

internal sealed class ListUsersValidator : AbstractValidator<ListUsers>
{
    public ListUsersValidator()
    {
        RuleFor(query => query.Role)
            .Must(role => role is null || (WireNames.TryParse<Roles>(role, out var named) && named != Roles.None))
            .WithMessage("A role is one of candidate, recruiter, admin, service.");
        RuleFor(query => query.Search).MaximumLength(200);
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).InclusiveBetween(1, ListUsers.MaxLimit);
    }
}

internal sealed class ListUsersHandler(IUserDirectory users) : IRequestHandler<ListUsers, UserList>
{
    public async Task<UserList> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        if (!request.User.IsAdmin)
            throw new RequestException(ErrorCode.Forbidden, "Only admins see who is here.");
        Roles? role = WireNames.TryParse<Roles>(request.Role, out var named) ? named : null;
        var (page, total) = await users.ListAsync(new UserFilter(role, request.Search, request.Skip, request.Limit), cancellationToken);
        return new UserList([.. page.Select(UserDto.Of)], total);
    }
}
