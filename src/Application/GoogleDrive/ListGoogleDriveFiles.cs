using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Asks what was found in a folder and what became of it, the latest first. Refuses with <c>not_found</c>.</summary>
/// <param name="User">Who asks.</param>
/// <param name="SyncId">The folder.</param>
/// <param name="Limit">How many to return at most.</param>
/// <param name="Cursor">The <see cref="GoogleDriveFileList.NextCursor"/> of the page before; <c>null</c> for the first.</param>
public sealed record ListGoogleDriveFiles(UserIdentity User, Guid SyncId, int Limit, string? Cursor) : IRequest<GoogleDriveFileList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    /// <summary>Names the list for its cursors.</summary>
    internal string Name => $"files of {SyncId}";
}

/// <summary>One page of what was found in a folder.</summary>
public sealed record GoogleDriveFileList(IReadOnlyList<GoogleDriveFileDto> Files, string? NextCursor);

/// <summary>One revision of a file.</summary>
/// <param name="Outcome">A wire name of <see cref="GoogleDriveOutcome"/>.</param>
public sealed record GoogleDriveFileDto(string FileId, string Filename, string Outcome, string? Reason, Guid? ResumeId, DateTimeOffset FoundAt)
{
    internal static GoogleDriveFileDto Of(GoogleDriveFile file) =>
        new(file.FileId, file.FileName, file.Outcome.ToWireName(), file.Reason, file.ResumeId, file.FoundAt);
}

internal sealed class ListGoogleDriveFilesValidator : AbstractValidator<ListGoogleDriveFiles>
{
    public ListGoogleDriveFilesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, ListGoogleDriveFiles.MaxLimit);
        RuleFor(query => query.Cursor)
            .Must((query, cursor) => cursor is null || TimeCursor.TryRead(cursor, query.Name, out _))
            .WithMessage("This cursor does not belong to this list. Start again without it.");
    }
}

internal sealed class ListGoogleDriveFilesHandler(IGoogleDriveSyncs syncs) : IRequestHandler<ListGoogleDriveFiles, GoogleDriveFileList>
{
    public async Task<GoogleDriveFileList> Handle(ListGoogleDriveFiles request, CancellationToken cancellationToken)
    {
        if (await syncs.FindAsync(request.User.Id, request.SyncId, cancellationToken) is null)
            throw GoogleDriveRules.NotFound();
        var before = TimeCursor.TryRead(request.Cursor, request.Name, out var position) ? position : ((DateTimeOffset, Guid)?)null;
        var found = await syncs.ListFilesAsync(request.SyncId, before, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).ToList();
        return new GoogleDriveFileList(
            [.. page.Select(GoogleDriveFileDto.Of)],
            found.Count > page.Count ? TimeCursor.Write((page[^1].FoundAt, page[^1].Id), request.Name) : null);
    }
}
