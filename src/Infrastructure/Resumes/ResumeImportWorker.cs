using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>
/// Imports resumes in the background, a bounded number at a time. The queue is the database: what a killed server
/// leaves behind is claimed by the next one when its lease runs out.
/// </summary>
internal sealed partial class ResumeImportWorker(
    IResumeStore resumes,
    ResumeQueueSignal signal,
    IServiceScopeFactory scopes,
    IOptions<ResumeImportOptions> options,
    TimeProvider clock,
    ILogger<ResumeImportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan[] RetryDelays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Parallelism).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await resumes.ClaimNextAsync(NameClaim(), options.Value.Lease, stopping) is { } resume)
                    await ImportAsync(resume, stopping);
                else
                    await signal.WaitAsync(options.Value.PollInterval, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogQueueFailed(error);
                await Task.Delay(options.Value.PollInterval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private string NameClaim() => $"{Environment.MachineName}/{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    private async Task ImportAsync(Resume resume, CancellationToken stopping)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heartbeat = KeepLeaseAsync(resume, held);
        try
        {
            await RunAsync(resume, held.Token);
        }
        catch (LeaseLostException lost)
        {
            LogLeaseLost(lost, resume.Id);
        }
        catch (Exception) when (held.IsCancellationRequested)
        {
            // Whatever it is called: some database clients report a cancelled command as an error of their own.
            if (stopping.IsCancellationRequested)
                await GiveBackAsync(resume);
        }
        finally
        {
            await held.CancelAsync();
            await heartbeat;
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
        var now = clock.GetUtcNow();
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
        resume.Fail("Something went wrong on our side while processing this resume. Please upload it again.", clock.GetUtcNow());
        await resumes.SaveAsync(resume, cancellationToken);
    }

    private async Task KeepLeaseAsync(Resume resume, CancellationTokenSource held)
    {
        var lease = options.Value.Lease;
        var leasedUntil = clock.GetUtcNow() + lease;
        try
        {
            while (!held.IsCancellationRequested)
            {
                await Task.Delay(lease / 3, clock, held.Token);
                leasedUntil = await TryRenewAsync(resume, held.Token) ?? leasedUntil;
                if (clock.GetUtcNow() >= leasedUntil)
                    throw new LeaseLostException(resume.Id);
            }
        }
        catch (Exception) when (held.IsCancellationRequested)
        {
            // The import has ended.
        }
        catch (LeaseLostException error)
        {
            // Another worker may take over any moment: stop before the two meet.
            LogLeaseLost(error, resume.Id);
            await held.CancelAsync();
        }
    }

    /// <returns>Until when it is held now; <c>null</c> where the database could not be reached, which may pass before the lease ends.</returns>
    private async Task<DateTimeOffset?> TryRenewAsync(Resume resume, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + options.Value.Lease;
        try
        {
            await resumes.RenewLeaseAsync(resume, options.Value.Lease, cancellationToken);
            return until;
        }
        catch (Exception error) when (error is not LeaseLostException && !cancellationToken.IsCancellationRequested)
        {
            LogRenewalFailed(error, resume.Id);
            return null;
        }
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
    private partial void LogQueueFailed(Exception error);

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
