using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes.Remote;

internal static class HttpParserRegistration
{
    /// <summary>Adds the parser that asks another program.</summary>
    public static IServiceCollection AddHttpResumeParser(this IServiceCollection services)
    {
        services.AddOptions<HttpParserOptions>()
            .BindConfiguration(HttpParserOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<HttpParserOptions>, HttpParserOptionsValidator>();
        services.AddHttpClient(HttpResumeParser.Name)
            .ConfigureHttpClient((provider, client) =>
            {
                client.MaxResponseContentBufferSize = provider.GetRequiredService<IOptions<HttpParserOptions>>().Value.MaxAnswerSize;
                // Each attempt has its own time.
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            // A redirect would hand the text, and the token, to somebody else.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            // What is sent is a person's resume, and the address may hold a key: neither belongs in a log.
            .RemoveAllLoggers();
        return services.AddResumeParser<HttpResumeParser>(HttpResumeParser.Name);
    }
}
