using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;

namespace HotGigs.Domain.Candidates;

/// <summary>How a candidate came into a database. The numbers are stored: append only.</summary>
public enum CandidateSource
{
    /// <summary>They uploaded their own resume.</summary>
    [WireName("application")]
    Application = 1,

    /// <summary>A recruiter or an admin uploaded one resume.</summary>
    [WireName("resume_import")]
    ResumeImport = 2,

    /// <summary>A bulk upload held their resume.</summary>
    [WireName("bulk_upload")]
    BulkUpload = 3,

    /// <summary>A Google Drive folder held their resume.</summary>
    [WireName("google_drive")]
    GoogleDrive = 4,

    /// <summary>An admin shared them.</summary>
    [WireName("admin_share")]
    AdminShare = 5,
}

/// <summary>Derives how a candidate came from how their resume did.</summary>
public static class CandidateSources
{
    public static CandidateSource Of(ResumeSource source) => source switch
    {
        ResumeSource.CandidateUpload => CandidateSource.Application,
        ResumeSource.RecruiterUpload or ResumeSource.ApiImport => CandidateSource.ResumeImport,
        ResumeSource.BulkUpload => CandidateSource.BulkUpload,
        ResumeSource.GoogleDrive => CandidateSource.GoogleDrive,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown resume source."),
    };
}
