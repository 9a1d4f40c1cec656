using HotGigs.Application.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests.Resumes;

/// <summary>Resumes and candidates at the points that tests begin at.</summary>
internal static class Some
{
    public static readonly ResumeProfile Profile = new() { FullName = "Ada Lovelace", Email = "ada@mail.example" };

    public static readonly ResumeText Text = new([new ResumeLine("Ada Lovelace")]);

    public static Resume Uploaded(UserIdentity? by = null, ResumeSource source = ResumeSource.RecruiterUpload, int number = 1) => Resume.Upload(
        Ids.Of(number), by ?? People.Rita, source, "ada.pdf", "7f/7f01", ResumeFormat.Pdf, 1_234, At.Noon);

    public static Resume Claimed(UserIdentity? by = null, ResumeSource source = ResumeSource.RecruiterUpload, int number = 1)
    {
        var resume = Uploaded(by, source, number);
        resume.Claim("worker 1", At.Noon);
        resume.TakeEvents();
        return resume;
    }

    /// <summary>A completed resume and the candidate it brought in.</summary>
    public static (Resume Resume, Candidate Candidate) Completed(
        UserIdentity? by = null, ResumeSource source = ResumeSource.RecruiterUpload, int number = 1)
    {
        var resume = Claimed(by, source, number);
        var candidate = Candidate.FromResume(resume, Profile, At.Noon);
        Complete(resume, candidate);
        return (resume, candidate);
    }

    public static void Complete(Resume resume, Candidate candidate)
    {
        resume.LinkCandidate(candidate.Id, Profile);
        resume.Complete(At.Noon);
        resume.TakeEvents();
    }
}
