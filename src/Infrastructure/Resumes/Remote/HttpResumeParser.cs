using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace HotGigs.Infrastructure.Resumes.Remote;

/// <summary>
/// Lets another program read the resume: posts the lines of its text, and takes the profile it answers for no more
/// than a stranger's word.
/// </summary>
internal sealed class HttpResumeParser(IHttpClientFactory clients, IOptions<HttpParserOptions> options, TimeProvider clock) : IResumeParser
{
    /// <summary>The name by which configuration chooses it.</summary>
    public const string Name = "http";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        MaxDepth = 16,
    };

    private readonly ResiliencePipeline<HttpResponseMessage> sending = Pipeline(options.Value, clock);

    public async Task<ResumeProfile> ParseAsync(ResumeText text, DateOnly today, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(new ParseRequest(today, [.. text.Lines.Select(line => new LineContract(line.Text, line.FontSize, line.IsBold))]), cancellationToken);
        if (IsUnavailable(answer))
            throw new ParserUnavailableException($"The resume parser is not available: it answered {(int)answer.StatusCode}.", RetryAfter(answer, clock));
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
            throw new UnreadableResumeException("This document could not be read as a resume. Check that it is one and upload it again.");
        answer.EnsureSuccessStatusCode();
        return (await ReadAsync(answer, cancellationToken)).ToProfile();
    }

    private async Task<HttpResponseMessage> AskAsync(ParseRequest content, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Name);
        try
        {
            return await sending.ExecuteAsync(async ct => await SendAsync(client, content, ct), cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new ParserUnavailableException("The resume parser is not available: it did not answer in time.", innerException: exception);
        }
        catch (HttpRequestException exception) when (IsUnreachable(exception))
        {
            throw new ParserUnavailableException("The resume parser is not available: it cannot be reached.", innerException: exception);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, ParseRequest content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Url) { Content = JsonContent.Create(content, options: Json) };
        if (options.Value.Token is { Length: > 0 } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, cancellationToken);
    }

    private static async Task<ProfileAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<ProfileAnswer>(Json, cancellationToken)
                ?? throw new InvalidOperationException("The resume parser answered without a profile.");
        }
        catch (JsonException exception)
        {
            // Not its message: that may quote the answer.
            throw new InvalidOperationException($"The resume parser answered something else than a profile, at {exception.Path}.");
        }
    }

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(HttpParserOptions options, TimeProvider clock)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddTimeout(options.TotalTime);
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = HttpParserOptions.LongestPause,
                DelayGenerator = retry => ValueTask.FromResult(retry.Outcome.Result is { } answer ? RetryAfter(answer, clock) : null),
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>(exception => exception.HttpRequestError is not HttpRequestError.ConfigurationLimitExceeded)
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(answer => (answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
                        // A longer wait is for the queue: it would keep a worker.
                        && (RetryAfter(answer, clock) ?? TimeSpan.Zero) <= HttpParserOptions.LongestPause),
            });
        }
        return pipeline.AddTimeout(options.Timeout).Build();
    }

    // Not 500, nor a connection that breaks: this very text may be what brings the program down.
    private static bool IsUnavailable(HttpResponseMessage answer) => answer.StatusCode
        is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool IsUnreachable(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static TimeSpan? RetryAfter(HttpResponseMessage answer, TimeProvider clock) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };

    private sealed record ParseRequest(DateOnly Today, IReadOnlyList<LineContract> Lines);

    private sealed record LineContract(string Text, double FontSize, bool IsBold);
}
