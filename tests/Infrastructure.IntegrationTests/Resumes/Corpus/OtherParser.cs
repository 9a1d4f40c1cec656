using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>A program that reads resumes, on a port of its own, and the parser that is configured to ask it.</summary>
internal sealed class OtherParser(WebApplication program, ServiceProvider services) : IAsyncDisposable
{
    public static async Task<OtherParser> StartAsync(RequestDelegate answer, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var program = builder.Build();
        program.MapPost("/parse", answer);
        await program.StartAsync();

        var values = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        values["ResumeImport:Parser"] = "http";
        values["ResumeImport:Http:Url"] = program.Urls.Single() + "/parse";
        values["ResumeImport:Http:Token"] = "secret";
        return new OtherParser(program, Parsers(values));
    }

    /// <summary>What reads resumes under the given configuration.</summary>
    public static ServiceProvider Parsers(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(TimeProvider.System)
            .AddOptions<ResumeImportOptions>().BindConfiguration(ResumeImportOptions.Section).ValidateOnStart().Services
            .AddResumeReading();
        add?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public Task<ResumeProfile> ParseAsync(ResumeText text) =>
        services.GetRequiredService<IResumeParser>().ParseAsync(text, ExpectedProfile.Today, TestContext.Current.CancellationToken);

    /// <summary>Ends the program: its port refuses whoever comes.</summary>
    public Task StopAsync() => program.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await program.DisposeAsync();
    }
}
