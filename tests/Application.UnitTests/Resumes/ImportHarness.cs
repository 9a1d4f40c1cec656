using HotGigs.Application.Candidates;
using HotGigs.Application.Matching;
using HotGigs.Application.Notifications;
using HotGigs.Application.Resumes;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Application.Users;
using HotGigs.Domain.Resumes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace HotGigs.Application.UnitTests.Resumes;

/// <summary>An import from the claimed resume to the feeds; by default everything can be read.</summary>
internal sealed class ImportHarness
{
    public FakeResumes Resumes { get; } = new();

    public FakeFeeds Feeds { get; } = new();

    public FakeUsers Users { get; } = new(People.Rita, People.Sam, People.Adam, People.Carla);

    public IResumeFiles Files { get; } = Substitute.For<IResumeFiles>();

    public IResumeTextExtractor Extractor { get; } = Substitute.For<IResumeTextExtractor>();

    public IResumeParser Parser { get; } = Substitute.For<IResumeParser>();

    public IMatchStore Matches { get; } = Substitute.For<IMatchStore>();

    public ResumeImportOptions Options { get; } = new();

    public ImportHarness()
    {
        Files.Open(default!).ReturnsForAnyArgs(_ => new MemoryStream());
        Extractor.Extract(default!, default, default).ReturnsForAnyArgs(Some.Text);
        Matches.CompareCandidateAsync(default, default!, default).ReturnsForAnyArgs(ComparedPage.End);
        Parser.ParseAsync(default!, default, default).ReturnsForAnyArgs(Some.Profile);
    }

    public Task ImportAsync(Resume resume, CancellationToken cancellationToken = default) =>
        Mediator().Send(new ImportResume(resume), cancellationToken);

    public Task AnnounceAsync(Resume resume) => Mediator().Send(new AnnounceImportedResume(resume));

    /// <summary>What a user was told, each as title and message.</summary>
    public IReadOnlyList<string> Told(string userId) => [.. Feeds.Of(userId).Select(one => $"{one.Title}: {one.Message}")];

    private IMediator Mediator() => App.With(ports => ports
        .AddSingleton<IResumeStore>(Resumes)
        .AddSingleton<ICandidateReader>(Resumes)
        .AddSingleton<IFeedWriter>(Feeds)
        .AddSingleton<IUserDirectory>(Users)
        .AddSingleton(Files)
        .AddSingleton(Extractor)
        .AddSingleton(Parser)
        .AddSingleton(Matches)
        .AddSingleton(Microsoft.Extensions.Options.Options.Create(Options)));
}
