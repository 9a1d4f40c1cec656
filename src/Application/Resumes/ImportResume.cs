using HotGigs.Application.Matching;
using HotGigs.Domain.Resumes;
using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.Resumes;

/// <summary>
/// Takes a claimed resume through all steps to its end: extract, parse, structure, create the candidate, match them
/// with jobs, and announce. Ends with the resume stored as completed or failed; throws where the fault was not the document's.
/// </summary>
public sealed record ImportResume(Resume Resume) : IRequest<Unit>;

internal sealed class ImportResumeHandler(
    IResumeStore resumes,
    IResumeFiles files,
    IResumeTextExtractor extractor,
    IResumeParser parser,
    IMediator mediator,
    IOptions<ResumeImportOptions> options,
    TimeProvider clock) : IRequestHandler<ImportResume, Unit>
{
    public async Task<Unit> Handle(ImportResume request, CancellationToken cancellationToken)
    {
        var resume = request.Resume;
        try
        {
            if (!resume.HasEnded)
                await ProcessAsync(resume, cancellationToken);
        }
        catch (UnreadableResumeException unreadable)
        {
            resume.Fail(unreadable.Message, clock.GetUtcNow());
            await resumes.SaveAsync(resume, cancellationToken);
        }

        // A resume that completed is announced in a step of its own: should the server die in between, the next
        // worker finds it not yet announced, and the deduplication keys keep it to one notification each. One that came
        // with others has nothing to announce.
        if (resume is { Status: ResumeStatus.Completed, AnnouncedAt: null })
            await mediator.Send(new AnnounceImportedResume(resume), cancellationToken);
        return Unit.Value;
    }

    private async Task ProcessAsync(Resume resume, CancellationToken cancellationToken)
    {
        await AdvanceAsync(resume, ProcessingStep.ExtractingText, cancellationToken);
        var text = await InTimeAsync(ct => Task.FromResult(Extract(resume, ct)), cancellationToken);

        await AdvanceAsync(resume, ProcessingStep.RunningParser, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var parsed = await InTimeAsync(ct => parser.ParseAsync(text, today, ct), cancellationToken);

        await AdvanceAsync(resume, ProcessingStep.StructuringData, cancellationToken);
        var profile = ProfileStructure.Complete(parsed);

        await AdvanceAsync(resume, ProcessingStep.CreatingCandidate, cancellationToken);
        var candidate = await resumes.SaveCandidateAsync(resume, profile, cancellationToken);

        await AdvanceAsync(resume, ProcessingStep.MatchingJobs, cancellationToken);
        await mediator.Send(new MatchCandidate(candidate.Id), cancellationToken);
        resume.Complete(clock.GetUtcNow());
        await resumes.SaveAsync(resume, cancellationToken);
    }

    private async Task AdvanceAsync(Resume resume, ProcessingStep step, CancellationToken cancellationToken)
    {
        resume.Advance(step, clock.GetUtcNow());
        await resumes.SaveAsync(resume, cancellationToken);
    }

    private ResumeText Extract(Resume resume, CancellationToken cancellationToken)
    {
        using var content = files.Open(resume.StorageKey);
        return extractor.Extract(content, resume.Format, cancellationToken);
    }

    /// <summary>Runs what computes for long off the caller's thread and gives it up when it takes too long.</summary>
    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.ReadTimeout);
        try
        {
            return await Task.Run(() => work(limit.Token), limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableResumeException(
                "Reading this document takes too long. Save it as a new PDF or DOCX and upload that.");
        }
    }
}
