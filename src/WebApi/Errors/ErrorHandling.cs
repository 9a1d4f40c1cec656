using System.Data.Common;
using HotGigs.Application.Common;

namespace HotGigs.WebApi.Errors;

/// <summary>Turns whatever an endpoint throws into the contract's answer.</summary>
internal sealed partial class ErrorHandling(RequestDelegate next, ILogger<ErrorHandling> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RequestException refused)
        {
            await ProblemWriter.WriteAsync(context, refused);
        }
        catch (BadHttpRequestException bad)
        {
            await ProblemWriter.WriteAsync(context, Translate(bad), bad.StatusCode);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer; what was under way has been undone by its own transaction.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (DbException error)
        {
            LogFailed(error, context.Request.Method, context.GetEndpoint()?.DisplayName);
            await ProblemWriter.WriteAsync(
                context, new RequestException(ErrorCode.Unavailable, "The database cannot be reached right now. Try again in a moment."));
        }
        catch (Exception error)
        {
            LogFailed(error, context.Request.Method, context.GetEndpoint()?.DisplayName);
            await ProblemWriter.WriteAsync(
                context,
                new RequestException(ErrorCode.Unavailable, "Something went wrong on our side. The trace id identifies it in the log."),
                StatusCodes.Status500InternalServerError);
        }
    }

    private static RequestException Translate(BadHttpRequestException bad) => bad.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new RequestException(ErrorCode.TooLarge, "The request is too large.")
        : new RequestException(ErrorCode.ValidationFailed, "The request is malformed: " + bad.Message);

    [LoggerMessage(4000, LogLevel.Error, "{Method} {Endpoint} failed")]
    private partial void LogFailed(Exception error, string method, string? endpoint);
}
