// Written by api/write-openapi.ts from the API's routes. Not to be edited.
export interface paths {
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account behind the token */
        get: operations["HouseController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates, brands and languages to choose from */
        get: operations["HouseController_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Database and workflow service, seen from here */
        get: operations["HouseController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["HouseController_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Productions, newest first */
        get: operations["ProductionsController_list"];
        put?: never;
        /** Order a film from a folder or ZIP on this machine */
        post: operations["ProductionsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A production with its progress, steps and outputs */
        get: operations["ProductionsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of the script, the newest by default */
        get: operations["ProductionsController_script"];
        /** Change sentences: makes the next version and voids approvals of older ones */
        put: operations["ProductionsController_revise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be signed: version, author, digest and its parts */
        get: operations["ProductionsController_approval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, or request changes, bound to the digest of what was seen */
        post: operations["ProductionsController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a production; finished steps are kept */
        post: operations["ProductionsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/rerender": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next revision, with changed sentences or to try again */
        post: operations["ProductionsController_rerender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress as server-sent events; resumes with Last-Event-ID */
        get: operations["ProductionsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/outputs/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finished file, with Range */
        get: operations["ProductionsController_output"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    HouseController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HouseController_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HouseController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HouseController_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_list: {
        parameters: {
            query?: {
                before?: unknown;
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
    ProductionsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source: string;
                    department?: string;
                    /** @default case-teaching */
                    template?: string;
                    /** @default zh-CN */
                    language?: string;
                    /** @default shili-general */
                    brand?: string;
                    /**
                     * @default male_doctor
                     * @enum {string}
                     */
                    speaker?: "male_doctor" | "female_doctor" | "narrator";
                    /**
                     * @default hospital
                     * @enum {string}
                     */
                    provenance?: "simulated" | "hospital" | "lidc-idri";
                    /**
                     * @default null
                     * @enum {string|null}
                     */
                    purpose?: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                    /** @default null */
                    series?: string | null;
                    /** @default null */
                    title?: string | null;
                    /** @default null */
                    filmSeries?: string | null;
                    /**
                     * @default residents
                     * @enum {string}
                     */
                    audience?: "residents" | "students" | "public";
                    /** @default null */
                    spacingMm?: (number)[] | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    ProductionsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        outputs: {
                            name: string;
                            mediaType: string;
                            bytes: number;
                            digest: string;
                        }[];
                        steps: {
                            stage: string;
                            label: string;
                            outcome: string;
                            attempt: number;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    ProductionsController_script: {
        parameters: {
            query?: {
                version?: unknown;
            };
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_revise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    sentences: {
                        id: string;
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "request-changes";
                    digest: string;
                    /** @default  */
                    comment?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_rerender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    sentences?: {
                        id: string;
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_output: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
