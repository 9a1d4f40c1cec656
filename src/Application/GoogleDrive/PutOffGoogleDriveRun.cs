using HotGigs.Domain.GoogleDrive;
using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Puts the run of a claimed sync off after it failed, or gives it up until the next one. Whoever asked for that run
/// is told.
/// </summary>
/// <param name="Sync">The claimed sync.</param>
/// <param name="Cause">What happened.</param>
public sealed record PutOffGoogleDriveRun(GoogleDriveSync Sync, Exception Cause) : IRequest<Unit>;

internal sealed class PutOffGoogleDriveRunHandler(IGoogleDriveRuns runs, IMediator mediator, IOptions<GoogleDriveOptions> options)
    : IRequestHandler<PutOffGoogleDriveRun, Unit>
{
    /// <summary>Google may ask for any pause, but nobody wants to wait for a typing error of theirs.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public async Task<Unit> Handle(PutOffGoogleDriveRun request, CancellationToken cancellationToken)
    {
        var (sync, unavailable) = (request.Sync, request.Cause as GoogleDriveUnavailableException);
        var error = unavailable?.Message ?? GoogleDriveTexts.Fault;
        if (sync.Faults + 1 < options.Value.MaxRunAttempts)
        {
            var delay = options.Value.RunRetryDelay * Math.Pow(3, sync.Faults);
            var wanted = unavailable?.RetryAfter > LongestPause ? LongestPause : unavailable?.RetryAfter;
            await runs.RetryAsync(sync, error, wanted > delay ? wanted.Value : delay, cancellationToken);
            return Unit.Value;
        }

        if (sync.RunIsManual)
            await mediator.Send(AnnounceGoogleDriveTrouble.GivenUp(sync, error), cancellationToken);
        await runs.EndAsync(sync, new RunEnd(error), cancellationToken);
        return Unit.Value;
    }
}
