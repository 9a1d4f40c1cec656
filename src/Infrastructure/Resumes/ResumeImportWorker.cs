using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Queues;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>Imports resumes in the background.</summary>
internal sealed partial class ResumeImportWorker(
    IResumeStore resumes,
    ResumeQueueSignal signal,
    IServiceScopeFactory scopes,
    IOptions<ResumeImportOptions> options,
    TimeProvider clock,
    ILogger<ResumeImportWorker> logger)
    : QueueWorker<Resume>(signal, options.Value.Parallelism, options.Value.PollInterval, clock)
{
    private static readonly TimeSpan[] RetryDelays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)];

    private readonly LeaseKeeper leases = new(options.Value.Lease, clock);

    protected override Task<Resume?> ClaimNextAsync(string worker, CancellationToken cancellationToken) =>
        resumes.ClaimNextAsync(worker, options.Value.Lease, cancellationToken);

    protected override async Task WorkAsync(Resume item, CancellationToken stopping)
    {
        try
        {
            await leases.HoldAsync(
                item.Id,
                token => resumes.RenewLeaseAsync(item, options.Value.Lease, token),
                error => LogRenewalFailed(error, item.Id),
                token => RunAsync(item, token),
                stopping);
        }
        catch (LeaseLostException lost)
        {
            LogLeaseLost(lost, item.Id);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await GiveBackAsync(item);
        }
    }

    private async Task RunAsync(Resume resume, CancellationToken cancellationToken)
    {
        if (resume.IsHopeless)
        {
            await GiveUpAsync(resume, cancellationToken);
            return;
        }

        using var activity = Tracing.Source.StartActivity("import resume", ActivityKind.Consumer);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportResume(resume), cancellationToken);
        }
        catch (ParserUnavailableException unavailable) when (!cancellationToken.IsCancellationRequested)
        {
            activity?.SetFailed(unavailable);
            await PostponeAsync(resume, unavailable, cancellationToken);
        }
        catch (Exception error) when (error is not LeaseLostException && !cancellationToken.IsCancellationRequested)
        {
            activity?.SetFailed(error);
            LogImportFailed(error, resume.Id, resume.Attempt);
            resume.RecordFault();
            if (resume.IsHopeless)
                await GiveUpAsync(resume, cancellationToken);
            else
                await resumes.ReleaseAsync(resume, RetryDelays[Math.Min(resume.Faults, RetryDelays.Length) - 1], cancellationToken);
        }
    }

    private async Task PostponeAsync(Resume resume, ParserUnavailableException unavailable, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        if (ParserOutage.DelayAfter(now - resume.ProcessingStartedAt.GetValueOrDefault(now), unavailable.RetryAfter, options.Value) is { } delay)
        {
            LogParserUnavailable(unavailable, resume.Id, delay);
            resume.Postpone(now);
            await resumes.ReleaseAsync(resume, delay, cancellationToken);
        }
        else
        {
            LogOutageTooLong(unavailable, resume.Id);
            resume.Fail("The service that reads resumes has not been available for too long. Please upload this resume again later.", now);
            await resumes.SaveAsync(resume, cancellationToken);
        }
    }

    private async Task GiveUpAsync(Resume resume, CancellationToken cancellationToken)
    {
        resume.Fail("Something went wrong on our side while processing this resume. Please upload it again.", Clock.GetUtcNow());
        await resumes.SaveAsync(resume, cancellationToken);
    }

    /// <summary>Lets go at once, so that another server, or the next start of this one, need not wait for the lease.</summary>
    private async Task GiveBackAsync(Resume resume)
    {
        resume.ForgetAttempt();
        try
        {
            await resumes.ReleaseAsync(resume, TimeSpan.Zero, CancellationToken.None);
        }
        catch (Exception error)
        {
            // Then its lease runs out by itself.
            LogLeaseLost(error, resume.Id);
        }
    }

    [LoggerMessage(3000, LogLevel.Error, "The import queue cannot be read; trying again")]
    protected override partial void LogQueueFailed(Exception error);

    [LoggerMessage(3001, LogLevel.Warning, "Import of resume {ResumeId} failed in attempt {Attempt}")]
    private partial void LogImportFailed(Exception error, Guid resumeId, int attempt);

    [LoggerMessage(3002, LogLevel.Warning, "The lease of resume {ResumeId} was lost; another worker continues")]
    private partial void LogLeaseLost(Exception error, Guid resumeId);

    [LoggerMessage(3003, LogLevel.Warning, "The lease of resume {ResumeId} could not be renewed; trying again while it lasts")]
    private partial void LogRenewalFailed(Exception error, Guid resumeId);

    [LoggerMessage(3004, LogLevel.Warning, "The resume parser is not available; resume {ResumeId} is tried again after {Delay}")]
    private partial void LogParserUnavailable(Exception error, Guid resumeId, TimeSpan delay);

    [LoggerMessage(3005, LogLevel.Error, "The resume parser has not been available for too long; resume {ResumeId} has failed")]
    private partial void LogOutageTooLong(Exception error, Guid resumeId);
}
