using System.Text.Json;
using HotGigs.Application.GoogleDrive;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace HotGigs.Infrastructure.GoogleDrive.Api;

/// <summary>Sends requests to Google, and repeats what failed for a reason that passes: a bounded number of times, and not before Google wants it.</summary>
internal sealed class GoogleHttp(IHttpClientFactory clients, IOptions<GoogleDriveOptions> options, TimeProvider clock)
{
    public const string ClientName = "google";

    private const int RetriesWhileWaitedFor = 2;

    private static readonly TimeSpan PauseWhileWaitedFor = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline patient = Retrying(options.Value, options.Value.MaxRetries, options.Value.MaxRetryDelay, clock);
    private readonly ResiliencePipeline prompt = Retrying(
        options.Value, Math.Min(options.Value.MaxRetries, RetriesWhileWaitedFor), Min(options.Value.MaxRetryDelay, PauseWhileWaitedFor), clock);

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="create">Makes the request, anew for each try.</param>
    /// <param name="read">Reads the answer to its end.</param>
    /// <param name="isWaitedFor">Whether a person waits.</param>
    /// <param name="limit">How long one try may take, reading included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GoogleException">Google refuses it for good.</exception>
    /// <exception cref="GoogleDriveUnavailableException">It failed as often as it was tried.</exception>
    public async Task<T> SendAsync<T>(
        Func<HttpRequestMessage> create,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        bool isWaitedFor,
        TimeSpan limit,
        CancellationToken cancellationToken)
    {
        try
        {
            return await (isWaitedFor ? prompt : patient).ExecuteAsync(
                async token => await SendOnceAsync(create, read, limit, token), cancellationToken);
        }
        catch (Exception error) when (IsPassing(error))
        {
            throw error is GoogleException { IsRateLimit: true } limited
                ? new GoogleDriveUnavailableException("Google Drive asks us to slow down.", limited.RetryAfter, error)
                : new GoogleDriveUnavailableException("Google Drive cannot be reached at the moment.", (error as GoogleException)?.RetryAfter, error);
        }
    }

    private static bool IsPassing(Exception error) => error switch
    {
        GoogleException refused => refused.IsPassing,
        // A connection that broke off, in the middle of the answer too.
        HttpRequestException or IOException or TimeoutException or JsonException => true,
        _ => false,
    };

    private static ResiliencePipeline Retrying(GoogleDriveOptions options, int retries, TimeSpan longest, TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(error =>
                    IsPassing(error) && !(error is GoogleException { RetryAfter: { } wanted } && wanted > longest)),
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = Min(options.RetryDelay, longest),
                MaxDelay = longest,
                DelayGenerator = failed => ValueTask.FromResult((failed.Outcome.Exception as GoogleException)?.RetryAfter),
            })
            .Build();

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<T> SendOnceAsync<T>(
        Func<HttpRequestMessage> create,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        TimeSpan limit,
        CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var request = create();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode
                ? await read(response, either.Token)
                : throw await GoogleException.ReadAsync(response, clock, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Google did not answer in time.");
        }
    }
}
