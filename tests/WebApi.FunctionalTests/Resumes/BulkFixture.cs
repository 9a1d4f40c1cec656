using System.Collections.Concurrent;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes;
using HotGigs.Tests.Shared.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>A server with small limits for bulk uploads, whose parser can be made to fail for some people.</summary>
public sealed class BulkFixture : ServerFixture
{
    public const int MaxFiles = 30;
    public const int MaxMegabytes = 16;

    public ConcurrentDictionary<string, bool> Unreadable { get; } = new();

    protected override Task<HotGigsServer> StartAsync() => HotGigsServer.StartAsync(
        new Dictionary<string, string?>
        {
            ["ResumeImport:Parser"] = "unsteady",
            ["ResumeImport:MaxBatchFiles"] = $"{MaxFiles}",
            ["ResumeImport:MaxBatchSize"] = $"{MaxMegabytes << 20}",
        },
        services => services
            .AddSingleton(this)
            .AddResumeParser<UnsteadyParser>("unsteady"));

    /// <summary>The real parser, which cannot read what people have written whose name is listed.</summary>
    private sealed class UnsteadyParser([FromKeyedServices("rules")] IResumeParser parser, BulkFixture fixture) : IResumeParser
    {
        public Task<ResumeProfile> ParseAsync(ResumeText text, DateOnly today, CancellationToken cancellationToken) =>
            fixture.Unreadable.ContainsKey(text.Lines[0].Text)
                ? throw new UnreadableResumeException("This document cannot be read right now.")
                : parser.ParseAsync(text, today, cancellationToken);
    }
}
